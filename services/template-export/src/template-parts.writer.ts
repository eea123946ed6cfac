import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { TemplateFormat } from '@roundtrip/contracts';
import type { ZipEntry } from '@roundtrip/files';
import type { ContactFeed } from './contact-feed.reader.js';
import type { ExportedContact } from './contact-line.rules.js';
import { partName } from './template-file.rules.js';

/** Writes one part, in one of the forms. */
export interface PartForm {
  format: TemplateFormat;
  /** @param part from 1, in a template of several */
  content: (contacts: AsyncIterable<ExportedContact[]>, part: number | undefined) => Readable;
}

export interface PartsOptions {
  form: PartForm;
  /** File name without ending. */
  name: string;
  /** Whether parts are `name_1.csv`, `name_2.csv` …; else there is one, `name.csv`; or .xlsx. */
  numbered: boolean;
  linesPerPart: number;
  /** The time that the files show. */
  modifiedAt: Date;
  /** Told how many contacts are written so far; awaited, so that it may publish. */
  onLines: (lines: number) => Promise<void>;
}

/** The file that was to be the only one is full: the name of the first depends on whether there is a second. */
export class NeedsParts extends Error {}

/** The files of a template, each with its header, made while they are read. A part ends before the next begins. */
export class TemplateParts {
  lines = 0;
  parts = 0;

  constructor(
    private readonly feed: ContactFeed<ExportedContact>,
    private readonly options: PartsOptions,
  ) {}

  /** @throws NeedsParts when not `numbered` and more contacts come than one file may hold */
  async *[Symbol.asyncIterator](): AsyncGenerator<ZipEntry> {
    const { name, numbered, modifiedAt, form } = this.options;
    do {
      if (this.parts === 1 && !numbered) throw new NeedsParts('A template of one file has become too long for it');
      this.parts += 1;
      const content = form.content(this.partContacts(), numbered ? this.parts : undefined);
      const read = finished(content);
      // Whoever reads the stream is told of its error, too; this only keeps it from counting as unhandled meanwhile.
      read.catch(() => {});
      const isPacked = form.format === 'xlsx';
      yield { name: partName(name, form.format, this.parts, numbered), content, modifiedAt, isPacked };
      await read;
    } while (!(await this.feed.isEmpty()));
  }

  private async *partContacts(): AsyncGenerator<ExportedContact[]> {
    const { linesPerPart, onLines } = this.options;
    let room = linesPerPart;
    while (room > 0) {
      const contacts = await this.feed.take(room);
      if (contacts.length === 0) return;
      room -= contacts.length;
      yield contacts;
      this.lines += contacts.length;
      await onLines(this.lines);
    }
  }
}
