import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pythonPackages } from '@roundtrip/test-kit/python-packages';

export type OracleCell = [kind: 'text' | 'number' | 'boolean' | 'date', value: string | number | boolean];

const script = fileURLToPath(new URL('../../python/workbook_oracle.py', import.meta.url));
const packages = ['openpyxl==3.1.5', 'et-xmlfile==2.0.0', 'xlsxwriter==3.3.1', 'python-calamine==0.9.1'];

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
    const env = { ...process.env, PYTHONPATH: pythonPackages(packages.join('\n')) };
    const python = spawn('python3', [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
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
