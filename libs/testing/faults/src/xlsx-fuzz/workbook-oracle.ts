import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type OracleCell = [kind: 'text' | 'number' | 'boolean' | 'date', value: string | number | boolean];

const script = fileURLToPath(new URL('../../python/workbook_oracle.py', import.meta.url));
const environment = fileURLToPath(new URL('../../../../../.roundtrip/fuzz-xlsx', import.meta.url));
const packages = ['openpyxl==3.1.5', 'xlsxwriter==3.3.1', 'python-calamine==0.9.1'];

/** Python with openpyxl, xlsxwriter and python-calamine, installed once into `.roundtrip`. Close it. */
export class WorkbookOracle {
  private readonly answers: AsyncIterator<string>;

  private constructor(
    private readonly python: ChildProcess,
    lines: Interface,
  ) {
    this.answers = lines[Symbol.asyncIterator]();
  }

  static async start(): Promise<WorkbookOracle> {
    if (!existsSync(`${environment}/ready`)) {
      execFileSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
      execFileSync(`${environment}/bin/pip`, ['install', '--quiet', ...packages], { stdio: 'inherit' });
      execFileSync('touch', [`${environment}/ready`]);
    }
    const python = spawn(`${environment}/bin/python`, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    return new WorkbookOracle(python, createInterface({ input: python.stdout }));
  }

  /** Writes the workbook of a seed. @returns its cells as calamine reads them */
  async make(seed: number, path: string): Promise<OracleCell[][]> {
    this.python.stdin!.write(`${JSON.stringify({ seed, path })}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error('Python has ended.');
    return (JSON.parse(value) as { rows: OracleCell[][] }).rows;
  }

  close(): void {
    this.python.stdin!.end();
  }
}
