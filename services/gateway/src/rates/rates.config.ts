import { wholeNumber } from '@roundtrip/service';

const count = (most: number) => wholeNumber().min(1).max(most);

/** How much may be asked for, such that no officer meets it. Each gateway counts for itself. */
export const ratesConfig = {
  REQUESTS_PER_MINUTE: count(1e9)
    .default(3_000)
    .meta({ description: 'Requests of one API key, and of the sessions made from it', example: '3000' }),
  LIST_PAGES_PER_MINUTE: count(1e9).default(120).meta({
    description: 'Pages of contacts, and further pages of other lists, that one API key, or its sessions, may read',
    example: '120',
  }),
  SIGN_IN_FAILURES_PER_HOUR: count(1e9)
    .default(100)
    .meta({ description: 'Sign-ins with a wrong key from one address', example: '100' }),
  SIGN_INS_PER_HOUR: count(1e9)
    .default(1_000)
    .meta({ description: 'Sign-ins by the provider that are begun from one address', example: '1000' }),
  PROXIES: wholeNumber().min(0).max(10).default(0).meta({
    description: 'Proxies before the gateway that add to X-Forwarded-For: so addresses are known',
    example: '1',
  }),
  UPLOADS_AT_ONCE: count(1_000).default(4).meta({ description: 'Uploads of one institution at once', example: '4' }),
  UPLOAD_WAIT_MS: count(60_000).default(20_000).meta({
    description: 'How long an upload waits until one of these is over, before it is refused',
    example: '20000',
  }),
  UPLOAD_BYTES_PER_HOUR: count(Number.MAX_SAFE_INTEGER)
    .default(20 * 1024 ** 3)
    .meta({ description: 'Bytes that one institution may upload', example: '21474836480' }),
  EVENT_STREAMS_PER_KEY: count(1_000)
    .default(10)
    .meta({ description: 'Open streams of GET /v1/events of one API key, or of its sessions', example: '10' }),
  EVENT_STREAMS_AT_ONCE: count(100_000)
    .default(1_000)
    .meta({ description: 'Open streams of GET /v1/events of a gateway', example: '1000' }),
  TEMPLATE_MAILS_PER_RECIPIENT: count(1e9)
    .default(10)
    .meta({ description: 'Mails about templates to one address, an hour', example: '10' }),
  TEMPLATE_MAILS_PER_INSTITUTION: count(1e9)
    .default(200)
    .meta({ description: 'Mails about templates of one institution, an hour', example: '200' }),
};
