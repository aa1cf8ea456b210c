import { AppError } from '../errors';
import { checkJsonShape } from './json-shape';

const mega = 1024 * 1024;

/** Nothing this small can be costly in itself. */
const harmlessBytes = 64 * 1024;

/** Files travel as forms; anything else is parsed whole and has no reason to be large. */
const isForm = (type: string | null) => type?.startsWith('multipart/form-data') ?? false;

/**
 * The request, its body known to be of bounded size and, unless it is a form, of bounded shape:
 * refused by its stated length before a byte is read, or while it is read. Throws `limit`.
 */
export async function boundedBody(request: Request): Promise<Request> {
  const { headers, method, url } = request;
  const form = isForm(headers.get('content-type'));
  const most = form ? 12 : 4;
  const stated = headers.get('content-length');
  if (Number(stated ?? 0) > most * mega) throw tooLarge(most);
  if (stated !== null && (form || Number(stated) <= harmlessBytes)) return request;
  if (method === 'GET' || method === 'HEAD' || !request.body) return request;
  const body = await readUpTo(request.body, most);
  if (!form) checkJsonShape(body);
  return new Request(url, { method, headers, body });
}

/** A body up to so many megabytes. Throws `limit`. */
export async function readUpTo(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    // Left unread, not cancelled: cancelling would close the line before the refusal is written.
    if (size > most * mega) throw tooLarge(most);
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

const tooLarge = (most: number) =>
  new AppError('limit', `The request body is larger than ${most} MB.`);
