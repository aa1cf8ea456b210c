import { createServer } from 'node:net';

/** A port on loopback that nobody listens on; `wanted` if it is free. */
export async function freePort(wanted) {
  if (wanted && !(await whyTaken(wanted))) return wanted;
  return listenOnce(0, '127.0.0.1');
}

/** The system's error code when the port cannot be listened on, else undefined. */
export async function whyTaken(port) {
  for (const host of ['127.0.0.1', undefined]) {
    try {
      await listenOnce(port, host);
    } catch (error) {
      return error.code;
    }
  }
  return undefined;
}

function listenOnce(port, host) {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen({ port, host, exclusive: true }, () => {
      const got = server.address().port;
      server.close(() => done(got));
    });
  });
}
