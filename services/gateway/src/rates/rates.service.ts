import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config.js';
import type { Principal } from '../http/principal.js';
import { Places } from './places.js';
import { Rate } from './rate.js';

const MINUTE = 60;
const HOUR = 3_600;
const counted = (count: number): string => count.toLocaleString('en');

/** What one of many may ask for, so that it hurts no other. */
@Injectable()
export class Rates {
  readonly requests: Rate;
  readonly listPages: Rate;
  readonly failedSignIns: Rate;
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
      detail: `This is more than ${counted(config.REQUESTS_PER_MINUTE)} requests in a minute.`,
    });
    this.listPages = new Rate({
      name: 'list-pages',
      most: config.LIST_PAGES_PER_MINUTE,
      seconds: MINUTE,
      code: 'TOO_MANY_REQUESTS',
      detail: `These are more than ${counted(config.LIST_PAGES_PER_MINUTE)} pages of contacts and further pages of lists in a minute.`,
    });
    this.failedSignIns = new Rate({
      name: 'failed-sign-ins',
      most: config.SIGN_IN_FAILURES_PER_HOUR,
      seconds: HOUR,
      code: 'TOO_MANY_SIGN_INS',
      detail: `From your address somebody tried to sign in with wrong keys ${counted(config.SIGN_IN_FAILURES_PER_HOUR)} times.`,
    });
    this.uploadedBytes = new Rate({
      name: 'uploaded-bytes',
      most: config.UPLOAD_BYTES_PER_HOUR,
      seconds: HOUR,
      code: 'TOO_MUCH_UPLOADED',
      detail: `Your institution has uploaded ${counted(config.UPLOAD_BYTES_PER_HOUR)} bytes within an hour, which is as much as it may.`,
    });
    this.uploads = new Places(
      config.UPLOADS_AT_ONCE,
      `Your institution is uploading ${config.UPLOADS_AT_ONCE} files already. Please try again when one of them has arrived.`,
      2,
    );
    this.streamsOfKey = new Places(
      config.EVENT_STREAMS_PER_KEY,
      `With this key ${config.EVENT_STREAMS_PER_KEY} windows or programs follow events already. Please close one of them.`,
      10,
    );
    this.streams = new Places(
      config.EVENT_STREAMS_AT_ONCE,
      'So many follow events already that there is no place for more. Please try again a little later.',
      10,
    );
    const mails = { seconds: HOUR, code: 'TOO_MANY_MAILS' };
    this.mailsToRecipient = new Rate({
      ...mails,
      name: 'mails-to-recipient',
      most: config.TEMPLATE_MAILS_PER_RECIPIENT,
      detail: `With a mail to this address ${counted(config.TEMPLATE_MAILS_PER_RECIPIENT)} templates were asked for within an hour. Ask for it without a mail: it can be fetched on the page.`,
    });
    this.mailsOfInstitution = new Rate({
      ...mails,
      name: 'mails-of-institution',
      most: config.TEMPLATE_MAILS_PER_INSTITUTION,
      detail: `Your institution has asked for ${counted(config.TEMPLATE_MAILS_PER_INSTITUTION)} templates by mail within an hour. Ask for it without a mail: it can be fetched on the page.`,
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
export const credentialOf = ({ via, keyId }: Principal): string => `${via}:${keyId}`;
