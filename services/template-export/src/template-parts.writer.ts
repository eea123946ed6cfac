import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { BOM, inBlocks } from '@roundtrip/csv';
import type { ZipEntry } from '@roundtrip/files';
import type { ContactFeed } from './contact-feed.reader.js';
import { contactLine, type ExportedContact, headerLine, type Layout } from './contact-line.rules.js';
import { partName } from './template-file.rules.js';

export interface PartsOptions {
  layout: Layout;
  /** File name without ending. */
  name: string;
  /** Whether parts are `name_1.csv`, `name_2.csv` …; else there is one, `name.csv`. */
  numbered: boolean;
  linesPerPart: number;
  /** The time that the files show. */
  modifiedAt: Date;
  /** Told how many contacts are written so far; awaited, so that it may publish. */
  onLines: (lines: number) => Promise<void>;
}

/** The file that was to be the only one is full: the name of the first depends on whether there is a second. */
export class NeedsParts extends Error {}

/** The .csv files of a template, each with its header, made while they are read. A part ends before the next begins. */
export class TemplateParts {
  lines = 0;
  parts = 0;

  constructor(
    private readonly feed: ContactFeed<ExportedContact>,
    private readonly options: PartsOptions,
  ) {}

  /** @throws NeedsParts when not `numbered` and more contacts come than one file may hold */
  async *[Symbol.asyncIterator](): AsyncGenerator<ZipEntry> {
    const { name, numbered, modifiedAt } = this.options;
    do {
      if (this.parts === 1 && !numbered) throw new NeedsParts('A template of one file has become too long for it');
      this.parts += 1;
      const content = Readable.from(inBlocks(this.partLines()), { objectMode: false });
      const read = finished(content);
      // Whoever reads the stream is told of its error, too; this only keeps it from counting as unhandled meanwhile.
      read.catch(() => {});
      yield { name: partName(name, this.parts, numbered), content, modifiedAt };
      await read;
    } while (!(await this.feed.isEmpty()));
  }

  private async *partLines(): AsyncGenerator<string> {
    const { layout, linesPerPart, onLines } = this.options;
    const toLine = contactLine(layout);
    yield BOM + headerLine(layout);
    let room = linesPerPart;
    while (room > 0) {
      const contacts = await this.feed.take(room);
      if (contacts.length === 0) return;
      room -= contacts.length;
      yield contacts.map(toLine).join('');
      this.lines += contacts.length;
      await onLines(this.lines);
    }
  }
}
