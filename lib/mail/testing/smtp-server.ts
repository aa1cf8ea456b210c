import { createServer } from 'node:net';

/** What a server answers to a command instead of taking it; `END` is the end of the message. */
export type Answers = Partial<Record<'MAIL' | 'RCPT' | 'DATA' | 'END', string>>;

export interface SmtpServer {
  port: number;
  /** Messages taken. */
  taken: string[];
  /** From now on. */
  answer(answers: Answers): void;
  close(): void;
}

/** A mail server on loopback that takes everything until told otherwise. */
export async function startSmtpServer(): Promise<SmtpServer> {
  let answers: Answers = {};
  const taken: string[] = [];
  const server = createServer((socket) => {
    let message: string[] | null = null;
    let rest = '';
    const take = (line: string): string | null => {
      if (message && line !== '.') {
        message.push(line);
        return null;
      }
      const verb = message ? 'END' : line.slice(0, 4).toUpperCase();
      const refusal = answers[verb as keyof Answers];
      if (message && !refusal) taken.push(message.join('\n'));
      message = verb === 'DATA' && !refusal ? [] : null;
      return refusal ?? (message ? '354 go on' : '250 fine');
    };
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = take(line);
        if (said) socket.write(`${said}\r\n`);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    port,
    taken,
    answer: (next) => {
      answers = next;
    },
    close: () => server.close(),
  };
}
