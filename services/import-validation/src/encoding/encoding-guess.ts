import { type OlderEncoding, olderEncodings, rereadAs } from '@roundtrip/csv';
import { FileProblem } from '@roundtrip/files';
import { columnsOf } from '../header/file-columns.js';
import type { FileLayout } from '../header/layout.js';
import { contactNumberOf } from '../file-line.rules.js';
import { headerUncertain } from './encoding.problems.js';
import { type ComparedName, encodingByNames, type EncodingFound } from './encoding.rules.js';
import { isBeyondAscii } from './is-beyond-ascii.js';
import { type NameCell, NameCells } from './name-cells.js';
import { TellingWords } from './telling-words.js';

type ReadHeader = (header: readonly string[]) => FileLayout;

/**
 * A part that is not UTF-8 and of which nobody has said how it is saved, while it is read as Windows-1252: that keeps every byte, so that
 * header and names can be read in another encoding afterwards, without the file.
 */
export class EncodingGuess {
  /** There are contact numbers that may be others in another encoding. */
  hasOtherNumbers = false;
  /** How wide the rows are and where the numbers stand is the same for all that can read the header. */
  readonly anyLayout: FileLayout;
  private readonly nameCells: NameCells;

  /** @throws FileProblem when the header is wrong however it is read */
  constructor(
    private readonly header: readonly string[],
    private readonly bytesSeen: Uint8Array,
    private readonly readHeader: ReadHeader,
  ) {
    this.anyLayout = this.firstLayout();
    this.nameCells = new NameCells(columnsOf(this.anyLayout.header));
  }

  /** @param cells in the order of the layout's header */
  look(cells: readonly string[]): void {
    const { numberColumn } = this.anyLayout;
    this.hasOtherNumbers ||= isBeyondAscii(cells[numberColumn]!);
    const contactNumber = contactNumberOf(this.anyLayout, cells);
    if (contactNumber !== undefined) this.nameCells.add(contactNumber, cells);
  }

  get names(): readonly NameCell[] {
    return this.nameCells.list();
  }

  byNames(names: readonly ComparedName[]): EncodingFound | undefined {
    return encodingByNames(names, this.bytesSeen);
  }

  /**
   * @param found undefined: Windows-1252 is assumed
   * @throws FileProblem when the header is wrong when it is read so; ENCODING_UNCERTAIN when another candidate could read it
   */
  layoutFor(found: EncodingFound | undefined, part: number | undefined): FileLayout {
    if (found) return this.layoutAs(found.encoding);
    try {
      return this.layoutAs('windows-1252');
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      const words = new TellingWords();
      for (const cell of this.header) words.addOther(cell);
      throw headerUncertain(part, words.readings());
    }
  }

  private layoutAs(encoding: OlderEncoding): FileLayout {
    return this.readHeader(this.header.map((cell) => rereadAs(cell, encoding)));
  }

  /** @throws FileProblem of the likeliest candidate when none can read it */
  private firstLayout(): FileLayout {
    let problem: FileProblem | undefined;
    for (const encoding of this.header.some(isBeyondAscii) ? olderEncodings : olderEncodings.slice(0, 1)) {
      try {
        return this.layoutAs(encoding);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        problem ??= error;
      }
    }
    throw problem;
  }
}
