import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { type Figure, measureGauges } from './measured-gauges.js';

const gauges = [
  { name: 'roundtrip_files', help: 'Files', labels: ['size'] },
  { name: 'roundtrip_free', help: 'What is free' },
];
const files = (size: string, value: number): Figure => ({ gauge: 'roundtrip_files', labels: { size }, value });

/** Their lines without comments. */
const told = async (registry: Registry) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('gauges that are measured when somebody asks', () => {
  it('are read once for all of them, and not before', async () => {
    const registry = new Registry();
    let readings = 0;
    const read = () => {
      readings += 1;
      return [files('small', 3), files('large', 1), { gauge: 'roundtrip_free', value: 7 }];
    };
    measureGauges(gauges, read, { registry });
    expect(readings).toBe(0);
    const lines = ['roundtrip_files{size="small"} 3', 'roundtrip_files{size="large"} 1', 'roundtrip_free 7'];
    expect(await told(registry)).toEqual(lines);
    // Two who watch at the same time.
    expect(await told(registry)).toEqual(lines);
    expect(readings).toBe(1);
  });

  it('show no value that is not true any more, nor one that cannot be read', async () => {
    const registry = new Registry();
    const [ofFiles] = gauges;
    const answers: (Figure[] | Error)[] = [
      [files('small', 3)],
      [files('large', 1)],
      new Error('the database is away'),
      [files('small', 2)],
    ];
    const read = async () => {
      const answer = answers.shift() ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    measureGauges([ofFiles!], read, { registry, keptMs: -1 });
    expect(await told(registry)).toEqual(['roundtrip_files{size="small"} 3']);
    expect(await told(registry)).toEqual(['roundtrip_files{size="large"} 1']);
    expect(await told(registry)).toEqual([]);
    expect(await told(registry)).toEqual(['roundtrip_files{size="small"} 2']);
  });

  it('are not there while a gauge without labels has no value', async () => {
    const registry = new Registry();
    measureGauges(gauges.slice(1), () => [], { registry });
    expect(await told(registry)).toEqual([]);
  });

  it('take the place of those of the same name', async () => {
    const registry = new Registry();
    measureGauges(gauges, () => [files('small', 1)], { registry });
    measureGauges(gauges, () => [files('small', 2)], { registry });
    expect(await told(registry)).toEqual(['roundtrip_files{size="small"} 2']);
  });
});
