// kafkajs 2.2.4 wakes an idle process a thousand times a second (https://github.com/tulios/kafkajs/issues/1704, and 1556): the
// queue of each connection looks after its waiting requests by a timer that arms itself again though none waits, after 1 ms since
// `throttledUntil` is -1; and it looks for late answers ten times a second. Corrections have lain open since 2023 (pull requests 1572,
// 1667, 1768). The two methods are replaced here, the one place where kafkajs is changed; it needs no patched file in node_modules.
import { createRequire } from 'node:module';

interface Request {
  sentAt: number;
  requestTimeout: number;
  timeoutRequest(): void;
}

/** What we know of kafkajs's `RequestQueue`. */
export interface RequestQueue {
  pending: Request[];
  inflight: Map<number, Request>;
  enforceRequestTimeout: boolean;
  scheduleRequestTimeoutCheck(): void;
  scheduleCheckPendingRequests(): void;
  sendSocketRequest(request: Request): void;
  destroy(): void;
}

interface Watch {
  timer: NodeJS.Timeout;
  dueAt: number;
}

const methods = [
  'scheduleRequestTimeoutCheck',
  'scheduleCheckPendingRequests',
  'sendSocketRequest',
  'destroy',
] as const satisfies (keyof RequestQueue)[];

/** One timer a connection, for the answer that is due first. */
const watches = new WeakMap<RequestQueue, Watch>();

/** @throws when another version of kafkajs has no such queue: look whether it still needs this */
export function quietRequestQueue(prototype: RequestQueue): void {
  for (const method of methods) {
    if (typeof prototype[method] !== 'function')
      throw new Error(`kafkajs has changed: its RequestQueue has no ${method}`);
  }
  const { scheduleCheckPendingRequests, sendSocketRequest, destroy } = prototype;

  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) scheduleCheckPendingRequests.call(this);
  };
  // Called when a connection is made; the watch begins with the first request.
  prototype.scheduleRequestTimeoutCheck = function (this: RequestQueue) {
    this.destroy();
  };
  prototype.sendSocketRequest = function (this: RequestQueue, request: Request) {
    sendSocketRequest.call(this, request);
    if (this.enforceRequestTimeout) watchUntil(this, Date.now() + request.requestTimeout);
  };
  prototype.destroy = function (this: RequestQueue) {
    destroy.call(this);
    endWatch(this);
  };
}

function watchUntil(queue: RequestQueue, dueAt: number): void {
  const watch = watches.get(queue);
  if (watch && watch.dueAt <= dueAt) return;
  endWatch(queue);
  // An open socket keeps the process alive, not the watch over it.
  const timer = setTimeout(() => endLateRequests(queue), Math.max(1, dueAt - Date.now())).unref();
  watches.set(queue, { timer, dueAt });
}

function endWatch(queue: RequestQueue): void {
  clearTimeout(watches.get(queue)?.timer);
  watches.delete(queue);
}

function endLateRequests(queue: RequestQueue): void {
  watches.delete(queue);
  for (const request of queue.inflight.values()) {
    if (Date.now() - request.sentAt >= request.requestTimeout) request.timeoutRequest();
  }
  for (const { sentAt, requestTimeout } of queue.inflight.values()) watchUntil(queue, sentAt + requestTimeout);
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
  prototype: RequestQueue;
};
quietRequestQueue(prototype);
