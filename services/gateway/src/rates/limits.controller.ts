import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { GatewayConfig } from '../config.js';
import { route, Serves } from '../http/route.js';
import { limitsBody } from './limits.schemas.js';

export const getLimits = route({
  operation: 'getLimits',
  method: 'get',
  path: '/v1/limits',
  tag: 'Institution',
  role: 'viewer',
  summary: 'How much may be asked for. What is more is answered with 429 and Retry-After.',
  description: 'Each answer says in its RateLimit headers how much is left (draft-ietf-httpapi-ratelimit-headers).',
  answers: { 200: { description: 'The limits.', schema: limitsBody } },
});

@Controller()
export class LimitsController {
  constructor(private readonly config: GatewayConfig) {}

  @Serves(getLimits)
  limits(): z.output<typeof limitsBody> {
    const { config } = this;
    return {
      uploadMaxBytes: config.UPLOAD_MAX_BYTES,
      requestsPerMinute: config.REQUESTS_PER_MINUTE,
      listPagesPerMinute: config.LIST_PAGES_PER_MINUTE,
      heavyReadsAtOnce: config.HEAVY_READS_PER_INSTITUTION,
      heavyReadMs: config.HEAVY_READ_MS,
      uploadsAtOnce: config.UPLOADS_AT_ONCE,
      uploadBytesPerHour: config.UPLOAD_BYTES_PER_HOUR,
      eventStreamsPerKey: config.EVENT_STREAMS_PER_KEY,
      eventStreamsAtOnce: config.EVENT_STREAMS_AT_ONCE,
      templateMailsPerRecipient: config.TEMPLATE_MAILS_PER_RECIPIENT,
      templateMailsPerInstitution: config.TEMPLATE_MAILS_PER_INSTITUTION,
      signInFailuresPerHour: config.SIGN_IN_FAILURES_PER_HOUR,
      signInsPerHour: config.SIGN_INS_PER_HOUR,
    };
  }
}
