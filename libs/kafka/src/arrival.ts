import { AsyncLocalStorage } from 'node:async_hooks';
import type { EachMessagePayload } from 'kafkajs';
import type { Delivery } from './delivery.js';

/** A message on its way through Nest: bytes as they came, and the two signals of whoever delivers it. */
export interface Arrival {
  payload: EachMessagePayload;
  delivery: Delivery;
  /** Fires first, at the begin of a stop: start nothing, wait for nothing. The delivery's signal then ends what runs. */
  stopping: AbortSignal;
}

const arrivals = new AsyncLocalStorage<Arrival>();

export const withArrival = <T>(arrival: Arrival, work: () => T): T => arrivals.run(arrival, work);

export function currentArrival(): Arrival {
  const arrival = arrivals.getStore();
  if (!arrival) throw new Error('An event handler was called by something else than the Kafka transport');
  return arrival;
}
