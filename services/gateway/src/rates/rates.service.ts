import { Injectable } from '@nestjs/common';
import { sentence } from '@roundtrip/words';
import { GatewayConfig } from '../config.js';
import type { Principal } from '../http/principal.js';
import { Places } from './places.js';
import { Rate } from './rate.js';

const MINUTE = 60;
const HOUR = 3_600;

/** What one of many may ask for, so that it hurts no other. */
@Injectable()
export class Rates {
  readonly requests: Rate;
  readonly listPages: Rate;
  readonly failedSignIns: Rate;
  readonly signIns: Rate;
  readonly uploadedBytes: Rate;
  readonly uploads: Places;
  private readonly streamsOfKey: Places;
  private readonly streams: Places;
  private readonly mailsToRecipient: Rate;
  private readonly mailsOfInstitution: Rate;

  constructor(config: GatewayConfig) {
    this.requests = new Rate({
      name: 'requests',
      most: config.REQUESTS_PER_MINUTE,
      seconds: MINUTE,
      code: 'TOO_MANY_REQUESTS',
      says: sentence('requests-too-many', { most: config.REQUESTS_PER_MINUTE }),
    });
    this.listPages = new Rate({
      name: 'list-pages',
      most: config.LIST_PAGES_PER_MINUTE,
      seconds: MINUTE,
      code: 'TOO_MANY_REQUESTS',
      says: sentence('list-pages-too-many', { most: config.LIST_PAGES_PER_MINUTE }),
    });
    this.failedSignIns = new Rate({
      name: 'failed-sign-ins',
      most: config.SIGN_IN_FAILURES_PER_HOUR,
      seconds: HOUR,
      code: 'TOO_MANY_SIGN_INS',
      says: sentence('sign-ins-too-many', { most: config.SIGN_IN_FAILURES_PER_HOUR }),
    });
    this.signIns = new Rate({
      name: 'sign-ins',
      most: config.SIGN_INS_PER_HOUR,
      seconds: HOUR,
      code: 'TOO_MANY_SIGN_INS',
      says: sentence('sign-ins-begun-too-many', { most: config.SIGN_INS_PER_HOUR }),
    });
    this.uploadedBytes = new Rate({
      name: 'uploaded-bytes',
      most: config.UPLOAD_BYTES_PER_HOUR,
      seconds: HOUR,
      code: 'TOO_MUCH_UPLOADED',
      says: sentence('upload-bytes-too-many', { most: config.UPLOAD_BYTES_PER_HOUR }),
    });
    this.uploads = new Places(config.UPLOADS_AT_ONCE, sentence('uploads-at-once', { most: config.UPLOADS_AT_ONCE }), 2);
    this.streamsOfKey = new Places(
      config.EVENT_STREAMS_PER_KEY,
      sentence('streams-of-key', { most: config.EVENT_STREAMS_PER_KEY }),
      10,
    );
    this.streams = new Places(config.EVENT_STREAMS_AT_ONCE, sentence('streams-at-once'), 10);
    const mails = { seconds: HOUR, code: 'TOO_MANY_MAILS' };
    this.mailsToRecipient = new Rate({
      ...mails,
      name: 'mails-to-recipient',
      most: config.TEMPLATE_MAILS_PER_RECIPIENT,
      says: sentence('mails-to-recipient-too-many', { most: config.TEMPLATE_MAILS_PER_RECIPIENT }),
    });
    this.mailsOfInstitution = new Rate({
      ...mails,
      name: 'mails-of-institution',
      most: config.TEMPLATE_MAILS_PER_INSTITUTION,
      says: sentence('mails-of-institution-too-many', { most: config.TEMPLATE_MAILS_PER_INSTITUTION }),
    });
  }

  /** @returns gives the place back @throws Problem 429 when too many follow events already */
  takeStream(who: Principal): () => void {
    const leaveKey = this.streamsOfKey.take(credentialOf(who));
    try {
      const leave = this.streams.take('all');
      return () => {
        leave();
        leaveKey();
      };
    } catch (error) {
      leaveKey();
      throw error;
    }
  }

  /** @throws Problem 429 when too many mails about templates were asked for */
  async takeMail(institution: string, address: string): Promise<void> {
    await this.mailsToRecipient.take(`${institution}:${address.toLowerCase()}`);
    await this.mailsOfInstitution.take(institution);
  }
}

/** A program that has a key, and the people who signed in with it, do not use up each other's. */
export const credentialOf = ({ via, id }: Principal): string => `${via}:${id}`;
