import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const answerLost = 'taken, but the answer is lost';
const silence = 'taken, then silence';
/** A reply, or what happens instead of one. */
type Answer = string;

/** A mail server that says what it is told to: refusals, silence, broken connections. It keeps the mails that it took. */
export class ScriptedSmtpServer {
  readonly mails: { to: string[]; message: string }[] = [];
  /** Commands of all connections, in order. */
  readonly commands: string[] = [];
  /** How many have connected so far. */
  connections = 0;
  private readonly answers = new Map<string, Answer[]>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(port = 0): Promise<ScriptedSmtpServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    const scripted = new ScriptedSmtpServer(server, `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => scripted.converse(socket));
    return scripted;
  }

  /** What the next commands that begin so are answered with; CONNECT is the greeting, MESSAGE the end of a mail. */
  script(command: 'CONNECT' | 'MAIL' | 'RCPT' | 'DATA' | 'MESSAGE', ...answers: Answer[]): void {
    this.answers.set(command, answers);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  private converse(socket: Socket): void {
    let recipients: string[] = [];
    let message: string | undefined;
    let unread = '';
    const say = (command: string, usual: string): void => {
      const answer = this.answers.get(command)?.shift() ?? usual;
      if (answer === 'drop' || answer === answerLost) socket.destroy();
      else if (answer !== 'hang' && answer !== silence) socket.write(`${answer}\r\n`);
      if (command === 'MESSAGE' && (answer === usual || answer === answerLost || answer === silence))
        this.mails.push({ to: recipients, message: message ?? '' });
      if (command === 'DATA' && answer === usual) message = '';
    };
    const hear = (line: string): void => {
      if (message !== undefined) {
        if (line !== '.') message += `${line}\r\n`;
        else {
          say('MESSAGE', '250 taken');
          message = undefined;
        }
        return;
      }
      this.commands.push(line);
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'MAIL') recipients = [];
      if (command === 'RCPT') recipients.push(line.slice('RCPT TO:'.length));
      if (command === 'DATA') say('DATA', '354 go on');
      else say(command, '250 fine');
    };
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const lines = (unread + bytes.toString('latin1')).split('\r\n');
      unread = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('CONNECT', '220 scripted');
  }
}
