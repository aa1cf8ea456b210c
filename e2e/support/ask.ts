import { type IncomingHttpHeaders, request } from 'node:http';
import { hostOf, product } from './places';

interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** The Host header as it goes over the wire, instead of the place's own. */
  host?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever shape came back
  body: any;
}

/** One HTTP request to a place of the product; needs no name resolution and follows no redirect. */
export async function ask(place: string, path: string, asked: Ask = {}): Promise<Answer> {
  const { port } = product();
  const { method = asked.json === undefined ? 'GET' : 'POST', host } = asked;
  const body = asked.json === undefined ? undefined : JSON.stringify(asked.json);
  const headers = {
    host: host ?? `${hostOf(place)}:${port}`,
    ...(body !== undefined && {
      'content-type': 'application/json',
      // Node states no length for a DELETE by itself, and a server then reads no body.
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...asked.headers,
  };
  return await new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          body: isJson && text ? JSON.parse(text) : undefined,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
