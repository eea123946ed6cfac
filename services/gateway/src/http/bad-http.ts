import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';
import { toProblemBody } from './problem-body.js';

/** What Node itself refuses before there is a request that a route could answer. */
export function answerBadHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = nodeProblem(error.code);
  // Nobody has read in which language it asks.
  const body = Buffer.from(JSON.stringify(toProblemBody('en', problem)));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}

function nodeProblem(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem(408, 'REQUEST_TOO_SLOW', sentence('request-too-slow'));
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem(431, 'HEADERS_TOO_LARGE', sentence('headers-too-large'));
  }
  return new Problem(400, 'REQUEST_MALFORMED', sentence('not-http'));
}
