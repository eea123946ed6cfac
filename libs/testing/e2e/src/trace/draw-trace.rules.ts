import type { ReceivedSpan } from '@roundtrip/test-kit/client';

interface Row {
  service: string;
  name: string;
  spans: ReceivedSpan[];
}

const columns = 48;

/**
 * A trace as text, one line for all spans of a service that have the same name: how many they are, how long they took together, and when,
 * from left to right. A column is marked when one of them ran in it.
 */
export function drawTrace(spans: readonly ReceivedSpan[]): string {
  const begin = Math.min(...spans.map(({ startedAt }) => startedAt));
  const took = Math.max(...spans.map(({ endedAt }) => endedAt)) - begin;
  const services = new Set(spans.map(({ service }) => service));
  const rows = rowsOf(spans);
  const widthOf = (text: (row: Row) => string): number => Math.max(...rows.map((row) => text(row).length));
  const serviceWidth = widthOf(({ service }) => service);
  const nameWidth = widthOf(({ name }) => name);
  const lines = rows.map((row) =>
    [
      row.service.padEnd(serviceWidth),
      row.name.padEnd(nameWidth),
      `${row.spans.length} ×`.padStart(6),
      duration(sum(row.spans.map(({ startedAt, endedAt }) => endedAt - startedAt))).padStart(8),
      bar(row.spans, begin, took),
    ].join('  '),
  );
  const head = `${spans.length} spans of ${services.size} services in ${duration(took)}; a column is ${duration(took / columns)}`;
  return [head, '', ...lines].map((line) => line.trimEnd()).join('\n');
}

/** In the order in which they first began. */
function rowsOf(spans: readonly ReceivedSpan[]): Row[] {
  const rows = new Map<string, Row>();
  for (const span of spans.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const { service, name } = span;
    const key = `${service} ${name}`;
    const row = rows.get(key) ?? { service, name, spans: [] };
    row.spans.push(span);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function bar(spans: readonly ReceivedSpan[], begin: number, took: number): string {
  const columnOf = (at: number): number => Math.min(Math.floor(((at - begin) / took) * columns), columns - 1);
  const marked = new Set<number>();
  for (const { startedAt, endedAt } of spans)
    for (let column = columnOf(startedAt); column <= columnOf(endedAt); column++) marked.add(column);
  return Array.from({ length: columns }, (_, column) => (marked.has(column) ? '█' : '·')).join('');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const duration = (ms: number): string =>
  ms < 1_000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1_000).toFixed(2)} s`;
