import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { outward, sharedSeconds, varyWith } from './shared-caches';

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Kept {
  headers: OutgoingHttpHeaders;
  packed: Buffer;
}

export interface PageMemoryOptions {
  /** Packed pages kept, together; the least recently asked for goes first. */
  maxBytes: number;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Bytes a kept page takes beside its body: key, headers and the cache's own books. */
const besides = 1_500;
const maxPaths = 100;

/**
 * Answers pages that are the same for everybody from memory, in front of Next: those it marks as
 * static, for as long as it says. Kept apart by place, which names host and brand version; parts of
 * a page, queries and everything else go to Next as they came.
 */
export class PageMemory {
  readonly #pages: Pages;
  readonly #kept: LRUCache<string, Kept>;
  /** Paths Next answered as static before: an answer to any other must not be held back. */
  readonly #staticPaths = new Set<string>();

  constructor(pages: Pages, { maxBytes }: PageMemoryOptions) {
    this.#pages = pages;
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ packed }) => packed.length + besides,
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse, place: string): Promise<void> {
    const path = request.url ?? '/';
    if (!isWholePage(request)) return await this.#pages(request, response);
    if (!this.#staticPaths.has(path)) return await this.#pass(path, request, response);
    const key = `${place} ${path}`;
    const kept = this.#kept.get(key) ?? (await this.#make(key, request, response));
    if (kept) await send(kept, request, response);
  }

  async #pass(path: string, request: IncomingMessage, response: ServerResponse) {
    await this.#pages(request, response);
    if (staticSeconds(response) && this.#staticPaths.size < maxPaths) this.#staticPaths.add(path);
  }

  /** Null where it was no static page this time, and has been answered as it was. */
  async #make(key: string, request: IncomingMessage, response: ServerResponse) {
    const asked = request.headers;
    const { 'accept-encoding': _packing, 'if-none-match': _known, ...plainly } = asked;
    request.headers = plainly;
    const held = new HeldResponse(request);
    await this.#pages(request, held);
    request.headers = asked;
    const seconds = staticSeconds(held);
    const { 'content-length': _length, ...told } = held.getHeaders();
    if (!seconds) {
      response.writeHead(held.statusCode, told).end(held.body());
      return null;
    }
    const headers = outward({ ...told, vary: varyWith(told.vary ?? '', ['Accept-Encoding']) });
    const kept = { headers, packed: await pack(held.body()) };
    this.#kept.set(key, kept, { ttl: seconds * 1_000 });
    return kept;
  }
}

/** A response that goes nowhere by itself. */
class HeldResponse extends ServerResponse {
  readonly #parts: Buffer[] = [];

  body = () => Buffer.concat(this.#parts);

  override write(part: unknown, ...rest: unknown[]): boolean {
    this.#keep(part, rest);
    return true;
  }

  override end(part?: unknown, ...rest: unknown[]): this {
    this.#keep(part, rest);
    this.emit('finish');
    return this;
  }

  #keep(part: unknown, rest: unknown[]) {
    if (typeof part === 'string') this.#parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) this.#parts.push(Buffer.from(part));
    for (const heard of [part, ...rest]) if (typeof heard === 'function') heard();
  }
}

/** A page as a browser asks for it by its address: Next's requests for parts have headers of theirs. */
const isWholePage = ({ method, url = '', headers }: IncomingMessage) =>
  method === 'GET' &&
  !url.includes('?') &&
  !Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'));

/** Seconds for which this answer is the same for everybody; 0 where it is not. */
function staticSeconds(response: ServerResponse): number {
  return response.statusCode === 200 && !response.hasHeader('set-cookie')
    ? sharedSeconds(response.getHeader('cache-control'))
    : 0;
}

async function send({ headers, packed }: Kept, request: IncomingMessage, response: ServerResponse) {
  if (headers.etag && request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end();
  } else if (/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    const told = { ...headers, 'content-encoding': 'gzip', 'content-length': packed.length };
    response.writeHead(200, told).end(packed);
  } else {
    const plain = await unpack(packed);
    response.writeHead(200, { ...headers, 'content-length': plain.length }).end(plain);
  }
}
