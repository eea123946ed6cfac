import { createHash } from 'node:crypto';

/** A hash over lines of cells. Peers in Python make the same of the same text. */
export class TextHash {
  private readonly hash = createHash('sha256');
  private text = '';

  add(...cells: readonly (string | number)[]): void {
    this.text += `${cells.join('\t')}\n`;
    if (this.text.length > 0x10000) this.flush();
  }

  digest(): string {
    this.flush();
    return this.hash.digest('hex').slice(0, 16);
  }

  private flush(): void {
    this.hash.update(this.text);
    this.text = '';
  }
}

/** Which columns of a template are [new] ones. */
export const newColumns = (header: readonly string[]): number[] =>
  header.flatMap((name, column) => (name.startsWith('[new] ') ? [column] : []));
