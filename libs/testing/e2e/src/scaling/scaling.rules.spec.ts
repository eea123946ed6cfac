import { describe, expect, it } from '@jest/globals';
import { filesOf, quantile, type Scaling, simulateScaling } from './scaling.rules.js';

const scaler = { min: 2, max: 2, perWorker: 4, upEverySeconds: 30, downAfterSeconds: 300, downEverySeconds: 60 };
const morning: Scaling = {
  institutions: 20,
  lines: 1_000_000,
  paces: { reading: 14, checking: 40, updating: 58 },
  files: scaler,
  chunks: { ...scaler, perWorker: 40 },
  lookEverySeconds: 15,
  startSeconds: 40,
};
const slow = { reading: 140, checking: 4_000, updating: 5_800 };

describe('a morning on which many import at once', () => {
  it('has the lines that were asked for, most of them of few institutions', () => {
    const files = filesOf(morning);
    const lines = files.reduce((sum, file) => sum + file.lines, 0);
    expect(Math.abs(lines - morning.lines)).toBeLessThan(20);
    const largest = files.filter(({ size }) => size === 'large').map((file) => file.lines);
    expect(Math.max(...largest)).toBeGreaterThan(2 * quantile(largest, 0.5));
  });

  it('is over for everybody, check and update, and the same each time', () => {
    const outcome = simulateScaling(morning);
    expect(outcome.took.large).toHaveLength(2 * 20);
    expect(outcome.took.small).toHaveLength(2 * 20 * 5);
    expect(simulateScaling(morning)).toEqual(outcome);
  });

  it('does no more in a second than its workers can', () => {
    const { overAtSeconds } = simulateScaling({ ...morning, paces: slow });
    const workSeconds = (1_000_000 * (slow.checking + slow.updating)) / 1e6;
    expect(overAtSeconds).toBeGreaterThanOrEqual(workSeconds / 2);
  });

  it('gets more workers when there is more to do, some time later, and gives them back', () => {
    const scaled = { ...morning, paces: slow, chunks: { ...morning.chunks, perWorker: 8, max: 12 } };
    const outcome = simulateScaling(scaled);
    expect(outcome.most.chunkWorkers).toBe(12);
    const fixed = simulateScaling({ ...morning, paces: slow });
    expect(quantile(outcome.took.large, 0.95)).toBeLessThan(quantile(fixed.took.large, 0.95) / 2);
    expect(outcome.moments.at(-1)?.chunkWorkers).toBe(2);
    const late = simulateScaling({ ...scaled, startSeconds: 1_200 });
    expect(quantile(late.took.large, 0.95)).toBeGreaterThan(quantile(outcome.took.large, 0.95));
  });

  it('lets a small file pass the large one of its institution, and wait for no backlog of large ones', () => {
    const { waiting } = simulateScaling({ ...morning, paces: { ...slow, reading: 14 } });
    expect(quantile(waiting.small, 0.95)).toBeLessThan(5);
  });
});
