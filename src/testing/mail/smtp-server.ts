import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on loopback that keeps what it takes, and refuses as it is told. */
export interface SmtpServer {
  readonly url: string;
  /** what it answers to a recipient, by address; it takes mail for any other */
  readonly refuses: Map<string, string>;
  /** the recipients of what it took, in order */
  readonly taken: string[];
  close(): Promise<void>;
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const refuses = new Map<string, string>();
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, refuses, taken);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuses,
    taken,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, refuses: ReadonlyMap<string, string>, taken: string[]): void {
  let recipient = '';
  let inMessage = false;
  let pending = '';
  const say = (line: string) => void socket.write(`${line}\r\n`);
  say('220 test');
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    const lines = `${pending}${chunk.toString()}`.split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      if (inMessage) {
        if (line !== '.') continue;
        inMessage = false;
        taken.push(recipient);
        say('250 taken');
      } else if (/^RCPT TO:/i.test(line)) {
        recipient = /<(.*)>/.exec(line)?.[1] ?? '';
        say(refuses.get(recipient) ?? '250 ok');
      } else if (/^DATA/i.test(line)) {
        inMessage = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else {
        say('250 ok');
      }
    }
  });
}
