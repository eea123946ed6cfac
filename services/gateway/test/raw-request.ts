import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from './json.js';

/** Requests byte by byte, as no HTTP client would send them. */

export interface RawAnswer {
  status: number;
  type: string;
  json: Json;
}

export interface RawRequest {
  /** Sent one after the other as the socket takes them. */
  chunks: Iterable<string | Buffer>;
  pauseMs?: number;
  /** What the client does when all is sent; else it waits for the answer. */
  leaves?: 'end' | 'destroy';
}

/** The first answer; undefined when the connection ended without one. */
export async function sendRaw(url: string, { chunks, pauseMs, leaves }: RawRequest): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = Buffer.alloc(0);
  let answer: RawAnswer | undefined;
  const ended = new Promise<void>((resolve) => {
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      answer ??= parse(received);
      if (answer) resolve();
    });
  });
  for (const chunk of chunks) {
    if (answer || socket.destroyed) break;
    await new Promise((resolve) => socket.write(chunk, resolve));
    if (pauseMs !== undefined) await pause(pauseMs);
  }
  if (leaves === 'end') socket.end();
  if (leaves === 'destroy') socket.destroy();
  await ended;
  socket.destroy();
  return answer;
}

function parse(bytes: Buffer): RawAnswer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const body = bytes.subarray(headEnd + 4);
  const length = Number(header('content-length'));
  if (body.length < length) return undefined;
  const text = body.toString('utf8', 0, length);
  const type = header('content-type');
  return { status: Number(head.split(' ')[1]), type, json: /json/.test(type) ? JSON.parse(text) : undefined };
}
