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

  /** What a seed's workbook holds, for the writers that are not Python's. null: no cell. */
  rowsOf(seed: number): Promise<(OracleCell | null)[][]> {
    return this.ask({ do: 'rows', seed });
  }

  async write(seed: number, by: 'openpyxl' | 'xlsxwriter', path: string): Promise<void> {
    await this.ask({ do: 'make', seed, by, path });
  }

  /** The first sheet of a file. */
  read(as: 'calamine' | 'openpyxl', path: string): Promise<OracleCell[][]> {
    return this.ask({ do: as, path });
  }

  private async ask<T>(question: object): Promise<T> {
    this.python.stdin!.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error('Python has ended.');
    return JSON.parse(value) as T;
  }

  close(): void {
    this.python.stdin!.end();
  }
}
