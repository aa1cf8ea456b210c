import { get } from 'node:http';

interface Asked {
  port: number;
  path: string;
  host: string;
  cookie?: string;
}

/** The body at a path under a host name that only this machine knows. Throws unless it is a 200. */
export function fetchText({ port, path, host, cookie }: Asked): Promise<string> {
  const headers = { host, ...(cookie && { cookie }) };
  return new Promise((done, fail) => {
    const request = get({ host: '127.0.0.1', port, path, headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      if (response.statusCode !== 200) fail(new Error(`${path} answered ${response.statusCode}.`));
      done(Buffer.concat(parts).toString('utf8'));
    });
    request.on('error', fail);
  });
}
