import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Outcome } from './outcome.js';

const script = new URL('../../python/independent_reader.py', import.meta.url);

const needed =
  'The comparison with Python’s csv module needs python3, version 3.11 or newer, on the PATH (Debian: apt-get install python3).';

/** Python's csv module in one process that lives as long as this: what it makes of a file. Close it. */
export class IndependentReader {
  private readonly waiting: { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }[] = [];
  private lost: Error | undefined;

  private constructor(private readonly python: ChildProcess) {
    const lines = createInterface({ input: python.stdout! });
    lines.on('line', (line) => this.waiting.shift()?.resolve(outcomeOf(JSON.parse(line) as Answer)));
    python.on('error', (cause) => this.lose(new Error(needed, { cause })));
    python.on('exit', (code) => this.lose(new Error(`Python ended with ${code}. ${needed}`)));
    python.stdin!.on('error', () => undefined);
  }

  /** @throws Error that names what is missing */
  static async start(): Promise<IndependentReader> {
    const check = 'import sys; assert sys.version_info >= (3, 11); exec(open(sys.argv[1]).read())';
    const reader = new IndependentReader(
      spawn('python3', ['-c', check, script.pathname], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await reader.read(Buffer.from('a\n1\n'), []);
    return reader;
  }

  read(file: Uint8Array, known: readonly string[]): Promise<Outcome> {
    if (this.lost) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.python.stdin!.write(`${JSON.stringify({ file: Buffer.from(file).toString('base64'), known })}\n`);
    });
  }

  close(): void {
    this.python.stdin!.end();
  }

  private lose(error: Error): void {
    this.lost ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.lost);
  }
}

type Answer =
  | { code: string; line: number | null }
  | { encoding: string; delimiter: string; header: string[]; records: [number, string[]][]; blankLines: number };

function outcomeOf(answer: Answer): Outcome {
  if ('code' in answer) return { code: answer.code, line: answer.line ?? undefined };
  return { ...answer, records: answer.records.map(([line, cells]) => ({ line, cells })) };
}
