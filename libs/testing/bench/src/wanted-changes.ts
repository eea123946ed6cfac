import { createHash } from 'node:crypto';

/** A hash over what a file asks for: of each line its number and its filled [new] cells. Peers in Python make the same of the same text. */
export class WantedChanges {
  private readonly hash = createHash('sha256');
  private text = '';

  add(contactNumber: string, column: number, cell: string): void {
    this.text += `${contactNumber}\t${column}\t${cell}\n`;
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
