import type { Sentence } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import type { NodemailerError } from 'nodemailer';

export type SendProblem =
  /** The server refuses this mail for good. */
  | 'refused'
  /** … because of its size. */
  | 'too-large'
  /** The server refuses this mailbox for the moment: full, greylisted. */
  | 'deferred'
  /** The server is not there, not ready, or does not know us. */
  | 'away'
  /** Not about the mail server. */
  | 'other';

const awayCodes = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL', 'EPROXY', 'EAUTH', 'ENOAUTH'];
const aboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA'];

/** Says what an error of nodemailer means for the mail (reply codes: RFC 5321 §4.2, enhanced ones: RFC 3463). */
export function sendProblem(error: unknown): SendProblem {
  if (typeof error !== 'object' || error === null) return 'other';
  const { code, command, responseCode, response } = error as NodemailerError;
  if (responseCode === undefined && code === 'EMESSAGE' && command === 'MAIL FROM') return 'too-large';
  if (responseCode === undefined && code === 'EENVELOPE') return 'refused';
  if (responseCode && command && aboutTheMail.includes(command)) {
    if (responseCode === 421 || responseCode === 503) return 'away';
    if (responseCode < 500) return command === 'RCPT TO' ? 'deferred' : 'away';
    return responseCode === 552 || /^5\d\d[ -]5\.(?:2\.3|3\.4)\b/.test(response ?? '') ? 'too-large' : 'refused';
  }
  return responseCode || (code && awayCodes.includes(code)) ? 'away' : 'other';
}

/** What may be stored of a refusal: the server's reply codes; its words may quote the address. */
export function refusalReason(error: unknown): Sentence[] {
  const { responseCode, response, command } = error as NodemailerError;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response ?? '')?.[1];
  const reply = [responseCode, enhanced, command && `(${command})`].filter(Boolean).join(' ');
  return [reply === '' ? sentence('mail-refused') : sentence('mail-refused-with', { reply })];
}
