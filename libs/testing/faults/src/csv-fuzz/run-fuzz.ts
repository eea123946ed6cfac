import { checkCase } from './check-case.js';
import { HangWatch } from './hang-watch.js';
import { IndependentReader } from './independent-reader.js';

const hangMs = 20_000;

export interface FuzzRun {
  /** Of the first case; each further one takes the next. */
  seed: number;
  cases: number;
  onProgress?: (casesDone: number) => void;
}

/**
 * @returns how many cases ended with records, and how many with which code
 * @throws FuzzFinding for the first case that does not hold
 */
export async function runFuzz({ seed, cases, onProgress }: FuzzRun): Promise<Map<string, number>> {
  const endings = new Map<string, number>();
  const watch = new HangWatch(hangMs);
  const python = await IndependentReader.start();
  try {
    for (let done = 0; done < cases; done++) {
      watch.begin(seed + done);
      const ending = await checkCase(seed + done, python);
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if ((done + 1) % 10_000 === 0) onProgress?.(done + 1);
    }
    return endings;
  } finally {
    python.close();
    await watch.stop();
  }
}
