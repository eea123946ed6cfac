import { route } from '../http/route.js';

export const followEvents = route({
  operation: 'followEvents',
  method: 'get',
  path: '/v1/events',
  tag: 'Live',
  role: 'viewer',
  summary: 'Server-sent events: what happens to templates and imports.',
  description: [
    'Events of the types `template` and `import`; their data are the same documents as in the lists.',
    'With the header `Last-Event-ID` the stream continues after that event without loss; a document may come twice.',
    'A comment every 15 s keeps the connection open. The stream ends with the session or the key.',
  ].join(' '),
  answers: { 200: { description: 'The stream.', media: ['text/event-stream'] } },
  problems: { 400: ['EVENT_ID_INVALID'], 429: ['TOO_MANY_AT_ONCE'] },
  timeLimitMs: 0,
});
