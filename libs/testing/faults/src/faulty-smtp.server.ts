import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * through: takes every mail · refuse: not now, for everybody · greylist: not now, for this mailbox · hang: says nothing any
 * more · lose-answer: takes the mail and breaks off before it says so
 */
export const smtpModes = ['refuse', 'greylist', 'hang', 'lose-answer'] as const;
export type SmtpMode = 'through' | (typeof smtpModes)[number];

export interface TakenMail {
  to: string;
  messageId: string;
}

/** A mail server that misbehaves when it is told to, and remembers whom it got mails for. */
export class FaultySmtpServer {
  mode: SmtpMode = 'through';
  readonly mails: TakenMail[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly refusedMailbox: string,
  ) {}

  /** @param refusedMailbox addresses that begin so do not exist here */
  static async start(refusedMailbox: string): Promise<FaultySmtpServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const smtp = new FaultySmtpServer(server, `smtp://127.0.0.1:${port}`, refusedMailbox);
    server.on('connection', (socket) => smtp.converse(socket));
    return smtp;
  }

  /** From now on everything is as it should be; who hangs is let go. */
  heal(): void {
    this.mode = 'through';
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.heal();
    await new Promise((closed) => this.server.close(closed));
  }

  private converse(socket: Socket): void {
    const conversation = { to: '', message: undefined as string | undefined, unread: '' };
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (conversation.unread + bytes.toString('latin1')).split('\r\n');
      conversation.unread = lines.pop() ?? '';
      for (const line of lines) this.hear(socket, conversation, line);
    });
    if (this.mode === 'refuse') socket.end('421 busy\r\n');
    else if (this.mode !== 'hang') socket.write('220 ready\r\n');
  }

  private hear(socket: Socket, conversation: { to: string; message: string | undefined }, line: string): void {
    if (this.mode === 'hang') return;
    if (conversation.message !== undefined && line !== '.') conversation.message += `${line}\r\n`;
    else if (conversation.message !== undefined) this.take(socket, conversation, conversation.message);
    else socket.write(`${this.answerTo(line, conversation)}\r\n`);
  }

  private answerTo(line: string, conversation: { to: string; message: string | undefined }): string {
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'DATA') {
      conversation.message = '';
      return '354 go on';
    }
    if (command !== 'RCPT') return command === 'QUIT' ? '221 bye' : '250 fine';
    conversation.to = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (conversation.to.startsWith(this.refusedMailbox)) return '550 5.1.1 nobody of that name';
    return this.mode === 'greylist' ? '451 4.7.1 come again' : '250 fine';
  }

  private take(socket: Socket, conversation: { to: string; message: string | undefined }, message: string): void {
    conversation.message = undefined;
    // Long headers go on in the next line.
    const messageId = /^message-id:\s*(\S+)/im.exec(message)?.[1] ?? 'none';
    this.mails.push({ to: conversation.to, messageId });
    if (this.mode === 'lose-answer') socket.destroy();
    else socket.write('250 taken\r\n');
  }
}
