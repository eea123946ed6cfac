import { type EncodingReading, type RecordedIssue, isWarning, type PlannedLine } from '@roundtrip/contracts';
import type { FileLayout } from '../header/layout.js';
import { isBeyondAscii } from './is-beyond-ascii.js';
import { TellingWords } from './telling-words.js';

/** A line with such an error is not written, even when it is read rightly; control characters may be letters of another encoding. */
const isAnyhowRejected = ({ code }: RecordedIssue): boolean => !isWarning(code) && code !== 'CONTROL_CHARACTER';

/** A part whose encoding is assumed, while its lines are planned: whether an update would write letters that may be wrong. */
export class AssumedLetters {
  /** A line asks for a text with such letters, or for a change of a contact whose number has some. */
  writes = false;
  private readonly words = new TellingWords();

  constructor(private readonly layout: FileLayout) {}

  look({ raw, changes, issues }: PlannedLine): void {
    const { fields, numberColumn } = this.layout;
    if (!issues.some(isAnyhowRejected)) {
      for (const { planned } of fields) this.lookAtWritten(raw[planned.newColumn]!);
      if (changes.length > 0) this.lookAtWritten(raw[numberColumn]!);
    }
    if (this.words.hasEnough) return;
    for (const cell of raw) this.words.addOther(cell);
  }

  get hasEnoughWords(): boolean {
    return this.words.hasEnoughWritten;
  }

  readings(): EncodingReading[] {
    return this.words.readings();
  }

  private lookAtWritten(cell: string): void {
    if (!isBeyondAscii(cell)) return;
    this.writes = true;
    this.words.addWritten(cell);
  }
}
