import { createServer, type Server } from 'node:net';

/** Ports of loopback at which something stands that nobody outside may reach, and who knocked. */
export interface Listeners {
  ports: number[];
  knocks(): number;
  end(): Promise<void>;
}

/** At a free port of IPv4 and of IPv6, and at one where the open internet serves HTTPS. */
export async function startListeners(): Promise<Listeners> {
  let knocks = 0;
  const servers: Server[] = [];
  const listen = (host: string, port: number) =>
    new Promise<number>((done) => {
      const server = createServer((socket) => {
        knocks += 1;
        socket.destroy();
      });
      server.once('error', () => done(0));
      server.listen(port, host, () => {
        servers.push(server);
        const at = server.address();
        done(typeof at === 'object' && at ? at.port : 0);
      });
    });
  const free = await listen('127.0.0.1', 0);
  await listen('::1', free);
  const secure = await listen('127.0.0.1', 8443);
  return {
    ports: [free, secure].filter((port) => port > 0),
    knocks: () => knocks,
    end: async () => {
      await Promise.all(
        servers.map((server) => new Promise<void>((done) => server.close(() => done()))),
      );
    },
  };
}
