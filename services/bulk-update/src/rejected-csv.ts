import type { Language, Plan } from '@roundtrip/contracts';
import { BOM, encodeRecord } from '@roundtrip/csv';
import type { ChunkReport } from '@roundtrip/database';
import type { ReportFile } from './report.file.js';
import { rejectedHeader, rejectedRows } from './report.rows.js';

/** The rejected lines of an import whose file was a CSV, in its delimiter. */
export class RejectedCsv {
  private readonly toCells: (report: ChunkReport) => string[];
  private begun = false;

  constructor(
    private readonly plan: Plan,
    language: Language,
    private readonly file: ReportFile,
  ) {
    this.toCells = rejectedRows(plan, language);
  }

  async add(report: ChunkReport): Promise<void> {
    await this.begin();
    await this.file.write(encodeRecord(this.toCells(report), this.plan.delimiter));
  }

  /** The header, also of a file without lines. */
  async begin(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    await this.file.write(BOM + encodeRecord(rejectedHeader(this.plan), this.plan.delimiter));
  }
}
