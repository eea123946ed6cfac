import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { must, TourProblem } from './tour-problem.errors.js';

interface Mail {
  id: string;
  subject: string;
  text: string;
  to: { address: string }[];
  attachments?: { filename: string; generatedFileName: string }[];
}

const PATIENCE_MS = 90_000;

/** The officer's mails, as the mail catcher of the stack holds them. */
export class Mailbox {
  constructor(
    private readonly mailApi: string,
    readonly address: string,
  ) {}

  async mails(): Promise<Mail[]> {
    const mails = (await (await this.ask('')).json()) as Mail[];
    return mails.filter(({ to }) => to.some(({ address }) => address === this.address));
  }

  /** The one mail whose subject or text names `about`. @throws TourProblem when none comes, or more than one */
  async await(about: string): Promise<Mail> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(300)) {
      const [mail, ...others] = (await this.mails()).filter((one) => `${one.subject}\n${one.text}`.includes(about));
      must(others.length === 0, `There must be one mail about ${about}, but there are ${others.length + 1}.`);
      if (mail) return mail;
    }
    throw new TourProblem(`No mail about ${about} came to ${this.address} within ${PATIENCE_MS / 1000} seconds.`);
  }

  /** Saves the only attachment. @returns its name */
  async saveAttachment(mail: Mail, pathOf: (name: string) => string): Promise<string> {
    const [attachment, ...others] = mail.attachments ?? [];
    const domain = this.address.slice(this.address.indexOf('@') + 1);
    must(
      attachment !== undefined && others.length === 0,
      `The mail "${mail.subject}" must have one attachment: do the Settings of the institution list ${domain}?`,
    );
    const { body } = await this.ask(`/${mail.id}/attachment/${attachment.generatedFileName}`);
    await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(pathOf(attachment.filename)));
    return attachment.filename;
  }

  private async ask(path: string): Promise<Response> {
    const answer = await fetch(`${this.mailApi}${path}`).catch(() => undefined);
    must(answer !== undefined, `The mail catcher at ${this.mailApi} does not answer.`);
    must(answer.ok, `The mail catcher at ${this.mailApi}${path} answered ${answer.status}.`);
    return answer;
  }
}
