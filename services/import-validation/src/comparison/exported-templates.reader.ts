import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { type TemplateDataType, templateLinesKey } from '@roundtrip/contracts';
import { Database } from '@roundtrip/database';
import { ObjectNotFound, ObjectStore, temporaryFolder } from '@roundtrip/files';
import { ImportValidationConfig } from '../config.js';
import { BrokenRecord, RecordedLines } from './recorded-lines.js';
import { templateNamed } from './template-name.rules.js';

export interface SoughtTemplate {
  institution: string;
  dataType: TemplateDataType;
  /** Of the upload, and of what is in it. */
  names: readonly string[];
  /** What a workbook says of itself: it is not believed further than there is such a template. */
  templateId?: string | undefined;
}

export interface KeptTemplate {
  templateId: string;
  /** Undefined: it is too large to be compared with. */
  lines: RecordedLines | undefined;
  close(): Promise<void>;
}

/** 16 to 24 bytes of memory for each. */
const maxLines = 2_000_000;
const maxBytes = 2 * 1024 ** 3;
/** A template is made soon after it was asked for, but for one that had to wait. */
const longestWaitMs = 2 * 24 * 3_600_000;

/** The templates of an institution that are still kept. What a file says of them is somebody's text. */
@Injectable()
export class ExportedTemplates {
  private readonly logger = new Logger(ExportedTemplates.name);

  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly config: ImportValidationConfig,
  ) {}

  /** Brings what the template held to this machine. Close it. @returns undefined when there is no such template, or it is not kept any more */
  async open(sought: SoughtTemplate, signal?: AbortSignal): Promise<KeptTemplate | undefined> {
    const templateId = await this.find(sought);
    if (templateId === undefined) return undefined;
    const key = templateLinesKey(templateId);
    const stored = await this.store.stat('templates', key);
    if (!stored) return undefined;
    const tooLarge = { templateId, lines: undefined, close: () => Promise.resolve() };
    if (stored.sizeBytes > maxBytes) return tooLarge;
    const folder = await temporaryFolder('lines', this.config.UPLOAD_SPOOL_FOLDER);
    const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const content = await this.store.get('templates', key);
      if (signal) addAbortSignal(signal, content);
      const lines = await RecordedLines.spool(content, stored.sizeBytes, join(folder, 'lines'), maxLines);
      const close = async (): Promise<void> => {
        lines?.close();
        await remove();
      };
      return { templateId, lines, close };
    } catch (error) {
      await remove();
      // It was removed in this moment.
      if (error instanceof ObjectNotFound) return undefined;
      if (!(error instanceof BrokenRecord)) throw error;
      this.logger.error({ message: `A template cannot be compared with: ${error.message}`, templateId });
      return undefined;
    }
  }

  private async find({ institution, dataType, names, templateId }: SoughtTemplate): Promise<string | undefined> {
    const ofInstitution = { institution: { $eq: institution }, type: 'template' as const, dataType };
    const projection = { projection: { _id: 1 } } as const;
    if (templateId !== undefined) {
      const job = await this.database.jobs.findOne({ ...ofInstitution, _id: { $eq: templateId } }, projection);
      return job?._id;
    }
    const named = templateNamed(names, dataType);
    if (!named) return undefined;
    const { name, madeAt } = named;
    const requestedAt = {
      $gte: new Date(madeAt.getTime() - longestWaitMs),
      $lte: new Date(madeAt.getTime() + 60_000),
    };
    const files = ['zip', 'csv', 'xlsx'].map((ending) => `${name}.${ending}`);
    // Two of the same minute are alike but for what was changed within it.
    const [job] = await this.database.jobs
      .find({ ...ofInstitution, requestedAt, 'file.name': { $in: files } }, projection)
      .sort({ requestedAt: -1 })
      .limit(1)
      .toArray();
    return job?._id;
  }
}
