// A fetch that brings nothing costs a consumer of a hundred partitions two milliseconds, and kafkajs 2.2.4 takes one waiting time for a
// consumer's whole life. Short waits are for a consumer that works: its heartbeats, a rebalance, a stop and the reading of a partition that
// was paused wait for the end of a fetch. The broker answers a long fetch as soon as a message comes, so that nothing is later for it. As
// in quiet-request-queue.ts, a method is replaced, and no file.
import { createRequire } from 'node:module';

/** What we know of kafkajs's `ConsumerGroup`. */
export interface ConsumerGroup {
  maxWaitTime: number;
  sessionTimeout: number;
  subscriptionState: { paused(): unknown[] };
  fetch(nodeId: string): Promise<{ isEmpty(): boolean }[]>;
}

/** So many fetches in a row have brought nothing: half a minute, at half a second each. */
export const emptyUntilIdle = 60;
/** An idle fetch waits so many times as long. */
const idleFactor = 8;

/** @throws when another version of kafkajs has no such method: look whether it still needs this */
export function waitLongerWhenIdle(prototype: ConsumerGroup): void {
  const { fetch } = prototype;
  if (typeof fetch !== 'function') throw new Error('kafkajs has changed: its ConsumerGroup has no fetch');
  const groups = new WeakMap<ConsumerGroup, { busyWait: number; empty: number }>();

  prototype.fetch = async function (this: ConsumerGroup, nodeId: string) {
    const state = groups.get(this) ?? { busyWait: this.maxWaitTime, empty: 0 };
    groups.set(this, state);
    // A partition is paused while there is much to do in it.
    if (this.subscriptionState.paused().length > 0) state.empty = 0;
    // The member has to be heard of several times in a session, and speaks between two fetches.
    const idleWait = Math.max(state.busyWait, Math.min(idleFactor * state.busyWait, this.sessionTimeout / 5));
    this.maxWaitTime = state.empty < emptyUntilIdle ? state.busyWait : idleWait;
    const batches = await fetch.call(this, nodeId);
    state.empty = batches.every((batch) => batch.isEmpty()) ? state.empty + 1 : 0;
    return batches;
  };
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/consumer/consumerGroup.js') as {
  prototype: ConsumerGroup;
};
waitLongerWhenIdle(prototype);
