import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InstallDisplay } from './install-display.js';

let lines: string[];
let foot: readonly string[];
let display: InstallDisplay;

beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  foot = [];
});
afterEach(() => {
  display.end(false);
  jest.useRealTimers();
});

const log = (line: string) => void lines.push(line);
const forever = () => new Promise<void>(() => {});

describe('installs in a terminal', () => {
  beforeEach(() => {
    display = new InstallDisplay({ log, status: (now) => (foot = now) });
  });

  it('have one line each, which is rewritten every second', () => {
    const minio = display.begin('minio');
    display.begin('kafka');
    void minio.during('compiling', (step) => {
      step.count(3, 'packages', 1300);
      return forever();
    });
    jest.advanceTimersByTime(65_000);
    expect(foot).toEqual(['minio: compiling, 3 of 1300 packages, 1 min 5 s', 'kafka: installing, 1 min 5 s']);
    expect(lines).toHaveLength(1);
  });

  it('leave nothing at the foot when all is over, and say where the time went', async () => {
    const kafka = display.begin('kafka');
    await kafka.during('fetching jars', () => Promise.resolve(jest.advanceTimersByTime(31_000)));
    kafka.ended();
    display.end(true);
    expect(foot).toEqual([]);
    expect(lines.slice(1)).toEqual([
      'Installed in 31 s; later starts need none of it.',
      '  kafka 31 s: fetching jars 31 s',
    ]);
  });
});

describe('installs elsewhere', () => {
  beforeEach(() => {
    display = new InstallDisplay({ log });
  });

  it('say a line each every 30 seconds, and one at the end of each', () => {
    const kafka = display.begin('kafka');
    void display.begin('minio').during('compiling', forever);
    jest.advanceTimersByTime(29_000);
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(2_000);
    kafka.ended();
    jest.advanceTimersByTime(30_000);
    expect(lines.slice(1)).toEqual([
      'kafka: installing, 30 s',
      'minio: compiling, 30 s',
      'kafka: installed in 31 s',
      'minio: compiling, 1 min',
    ]);
  });

  it('say nothing where everything is there', () => {
    jest.advanceTimersByTime(90_000);
    display.end(true);
    expect(lines).toEqual([]);
  });

  it('that failed do not claim to be installed', () => {
    display.begin('kafka');
    display.end(false);
    jest.advanceTimersByTime(90_000);
    expect(lines).toHaveLength(1);
  });
});
