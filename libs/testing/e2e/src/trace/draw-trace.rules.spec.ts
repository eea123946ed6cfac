import { describe, expect, it } from '@jest/globals';
import type { ReceivedSpan } from '@roundtrip/test-kit/client';
import { drawTrace } from './draw-trace.rules.js';

const span = (service: string, name: string, from: number, to: number): ReceivedSpan => ({
  traceId: 't',
  spanId: `${service}${name}${from}`,
  service,
  name,
  startedAt: 1_000 + from,
  endedAt: 1_000 + to,
  attributes: {},
  failed: false,
});

describe('a drawn trace', () => {
  it('has a line for each thing that a service did, in the order of time, with how often, how long and when', () => {
    const drawn = drawTrace([
      span('bulk-update', 'chunk', 240, 360),
      span('gateway', 'POST /v1/imports', 0, 120),
      span('bulk-update', 'chunk', 400, 480),
    ]);
    const half = (marks: string) => marks.padEnd(48, '·');
    expect(drawn.split('\n')).toEqual([
      '3 spans of 2 services in 480 ms; a column is 10 ms',
      '',
      `gateway      POST /v1/imports     1 ×    120 ms  ${half('█'.repeat(13))}`,
      `bulk-update  chunk                2 ×    200 ms  ${'·'.repeat(24)}${'█'.repeat(13)}···${'█'.repeat(8)}`,
    ]);
  });
});
