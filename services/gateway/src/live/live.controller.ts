import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { language } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { z } from 'zod';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { Input, Who } from '../http/request-params.js';
import { route, Serves } from '../http/route.js';
import type { RouteInput } from '../http/route-input.js';
import { Rates } from '../rates/rates.service.js';
import { LiveClient } from './live.client.js';
import { LiveFeed } from './live.feed.js';
import { readPosition } from './live.position.js';

export const followEvents = route({
  operation: 'followEvents',
  method: 'get',
  path: '/v1/events',
  tag: 'Live',
  role: 'viewer',
  summary: 'Server-sent events: what happens to templates and imports.',
  description: [
    'Events of the types `template` and `import`; their data are the same documents as in the lists.',
    'With the header `Last-Event-ID` the stream continues after that event without loss; a document may come twice. A new stream begins with an `id` and no data: the place of a stream that is lost before anything has changed.',
    'A comment every 15 s keeps the connection open. The stream ends with the session or the key.',
  ].join(' '),
  query: z.strictObject({
    language: language.optional().describe('Of what is said in the documents: a browser sends its own with a stream'),
  }),
  answers: { 200: { description: 'The stream.', media: ['text/event-stream'] } },
  problems: { 400: ['EVENT_ID_INVALID'], 429: ['TOO_MANY_AT_ONCE'] },
  timeLimitMs: 0,
});

@Controller()
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly rates: Rates,
  ) {}

  @Serves(followEvents)
  async follow(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof followEvents>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { language: asked = who.language } = input.query;
    const last = request.get('last-event-id');
    const position = last === undefined || last === '' ? undefined : readPosition(last);
    if (last && !position) throw new Problem(400, 'EVENT_ID_INVALID', sentence('event-id-invalid'));
    // Whoever has left while it was found out who she is closes only once: nobody would give her place back.
    if (response.closed) return;
    const leave = this.rates.takeStream(who);
    response.once('close', leave);
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // No proxy may keep events back, nor change them.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    response.flushHeaders();
    const client = new LiveClient({ ...who, language: asked }, response);
    response.once('close', () => this.feed.leave(client));
    client.greet(position);
    await this.feed.join(client, position);
  }
}
