import { describe, expect, it } from '@jest/globals';
import { refusalReason, sendProblem } from './smtp.errors.js';

const smtpError = (fields: object) => Object.assign(new Error('about somebody@example.org'), fields);
const reply = (command: string, response: string) =>
  smtpError({ code: 'EENVELOPE', command, response, responseCode: Number(response.slice(0, 3)) });

describe('an error of sending', () => {
  it.each([
    ['refused', reply('RCPT TO', '550 5.1.1 no such user')],
    ['refused', reply('DATA', '554 5.7.1 spam')],
    ['refused', reply('MAIL FROM', '553 sender not allowed')],
    ['refused', smtpError({ code: 'EENVELOPE', command: 'API' })],
    ['too-large', reply('DATA', '552 too big')],
    ['too-large', reply('MAIL FROM', '554 5.3.4 message too big')],
    ['too-large', smtpError({ code: 'EMESSAGE', command: 'MAIL FROM' })],
    ['deferred', reply('RCPT TO', '450 4.2.1 greylisted')],
    ['deferred', reply('RCPT TO', '452 mailbox full')],
    ['away', reply('RCPT TO', '421 closing')],
    ['away', reply('DATA', '451 try again')],
    ['away', reply('RCPT TO', '503 bad sequence')],
    ['away', smtpError({ code: 'EAUTH', command: 'AUTH PLAIN', response: '535 no', responseCode: 535 })],
    ['away', smtpError({ code: 'EPROTOCOL', command: 'CONN', response: '554 no service', responseCode: 554 })],
    ['away', smtpError({ code: 'ESOCKET', command: 'CONN' })],
    ['away', smtpError({ code: 'ETIMEDOUT', command: 'CONN' })],
    ['away', smtpError({ code: 'EDNS' })],
    ['other', smtpError({ code: 'EABORT' })],
    ['other', new TypeError('x')],
    ['other', 'text'],
  ] as const)('is %s: %p', (problem, error) => {
    expect(sendProblem(error)).toBe(problem);
  });

  it('is told by its reply codes, without the words of the server', () => {
    expect(refusalReason(reply('RCPT TO', '550 5.1.1 <ada@example.org> unknown'))).toEqual([
      { say: 'mail-refused-with', with: { reply: '550 5.1.1 (RCPT TO)' } },
    ]);
  });
});
