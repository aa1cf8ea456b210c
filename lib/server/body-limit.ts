import type { IncomingMessage, ServerResponse } from 'node:http';

/** Next reads a server action's body up to 2 MB; beyond that nobody needs to send a page anything. */
const mostBytes = 3 * 1024 * 1024;
const lingerMs = 500;

/**
 * Keeps the body of a request for a page bounded. True when it was refused unread, by the length it
 * states; a body that states none is counted as it arrives and cut off when it grows too large.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const stated = request.headers['content-length'];
  if (Number(stated ?? 0) > mostBytes) {
    refuse(request, response);
    return true;
  }
  if (stated === undefined) countPieces(request, () => refuse(request, response));
  return false;
}

/** A second listener would start the stream before Next is ready for it, so its source is counted. */
function countPieces(request: IncomingMessage, tooMany: () => void) {
  const push = request.push.bind(request);
  let size = 0;
  request.push = (piece: Buffer | null, encoding?: BufferEncoding) => {
    const before = size;
    size += piece?.length ?? 0;
    if (size <= mostBytes || piece === null) return push(piece, encoding);
    if (before <= mostBytes) tooMany();
    // What still comes is dropped, so that the sender gets round to reading.
    return true;
  };
}

/** Ends only after a while: a line closed at once is reset before its sender has read why. */
function refuse(request: IncomingMessage, response: ServerResponse) {
  if (response.headersSent) return void request.destroy();
  const text = 'The request is too large.';
  response.writeHead(413, {
    'content-type': 'text/plain',
    'content-length': text.length,
    connection: 'close',
  });
  response.write(text);
  setTimeout(() => {
    response.end();
    request.destroy();
  }, lingerMs).unref();
}
