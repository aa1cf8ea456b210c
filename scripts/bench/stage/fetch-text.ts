import { get } from 'node:http';

/** The body at a path under a host name that only this machine knows. Throws unless it is a 200. */
export function fetchText(of: { port: number; path: string; host: string }): Promise<string> {
  const { port, path, host } = of;
  return new Promise((done, fail) => {
    const request = get({ host: '127.0.0.1', port, path, headers: { host } }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      if (response.statusCode !== 200) fail(new Error(`${path} answered ${response.statusCode}.`));
      done(Buffer.concat(parts).toString('utf8'));
    });
    request.on('error', fail);
  });
}
