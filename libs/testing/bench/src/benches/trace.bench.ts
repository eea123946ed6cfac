// What tracing costs a message that is delivered and brings about another: off, on for no job, and on for all.
import { receiveTraces } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import type { DeliverJob } from '../peers/deliver.js';
import type { LookJob } from '../peers/look.js';
import { type Result, shown, times } from '../results.rules.js';
import { figureOf, inRounds, median, type Participant, ratioOf, type Sample } from '../rounds.rules.js';
import { nodePeer } from '../run-peer.js';

const calls = 2_000_000;
const off = 'off';
const forNone = 'on, for no job';
const forAll = 'on, for all jobs';
const alone = 'nothing, alone';
const looked = 'nothing, traced while off';

async function run({ contacts: messages, rounds, tell }: BenchOptions): Promise<Result> {
  const traces = await receiveTraces({ keep: false });
  try {
    const deliver = (name: string, job: Omit<DeliverJob, 'messages'>): Participant => ({
      name,
      run: () => nodePeer('deliver.js', { messages, ...job }),
    });
    const look = (name: string, throughTraced: boolean): Participant => ({
      name,
      apart: true,
      run: () => nodePeer('look.js', { calls, throughTraced } satisfies LookJob),
    });
    const participants = [
      deliver(off, { share: 0 }),
      deliver(forNone, { collector: traces.url, share: 0 }),
      deliver(forAll, { collector: traces.url, share: 1 }),
      look(alone, false),
      look(looked, true),
    ];
    const samples = await inRounds(participants, rounds, (name, round, { seconds }) =>
      tell(`round ${round + 1}: ${name} ${seconds.toFixed(2)} s`),
    );
    const cpu = (sample: Sample): number => sample.cpuSeconds!;
    const microseconds = (name: string) => figureOf(samples.get(name)!.map((one) => (cpu(one) / one.rows) * 1e6));
    const each = [off, forNone, forAll].map((name) => ({ name, figure: microseconds(name) }));
    const nanoseconds =
      1e3 *
      median(
        samples
          .get(looked)!
          .map((one, round) => (cpu(one) / one.rows - cpu(samples.get(alone)![round]!) / calls) * 1e6),
      );
    const message = each[0]!.figure.median;
    return {
      headline: `a message takes ${message.toFixed(0)} µs of CPU beside its work; each look at tracing that is off ${nanoseconds.toFixed(0)} ns of it`,
      facts: [
        `${messages.toLocaleString('en')} messages a round, delivered and published by the product's own classes, without a broker`,
        `${calls.toLocaleString('en')} calls that do nothing, alone and through \`traced\``,
      ],
      tables: [
        {
          columns: ['tracing', 'µs of CPU a message', 'beside off'],
          rows: each.map(({ name, figure }) => [
            name,
            shown(figure, (value) => value.toFixed(1)),
            name === off ? '1' : shown(ratioOf(samples.get(off)!, samples.get(name)!, cpu), times),
          ]),
        },
      ],
      notes: [
        `While tracing is off, a call of \`traced\` takes ${nanoseconds.toFixed(0)} ns more than the work alone: of a message that is delivered and published, with two such looks, ${((2 * nanoseconds) / (10 * message)).toFixed(2)} %.`,
      ],
    };
  } finally {
    await traces.stop();
  }
}

export const bench: Bench = { contacts: 20_000, rounds: 5, run };
