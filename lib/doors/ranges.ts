/**
 * Answers the part of a file that a request asks for, so that a download that broke off goes on where
 * it stopped. `validator` names the bytes: a part of others is never sent. What cannot be cut so is
 * answered whole; a range beyond the end with 416.
 */
export function rangeOf(request: Request, response: Response, validator: string): Response {
  const { headers } = response;
  const size = Number(headers.get('content-length'));
  if (response.status !== 200 || !response.body || !Number.isSafeInteger(size)) return response;
  const tag = `"${validator}"`;
  headers.set('etag', tag);
  headers.set('accept-ranges', 'bytes');
  const ifRange = request.headers.get('if-range');
  const asked = readRange(request.headers.get('range'), size);
  if (!asked || (ifRange && ifRange !== tag)) return response;
  if (asked === 'beyond') {
    void response.body.cancel();
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const { from, to } = asked;
  headers.set('content-range', `bytes ${from}-${to}/${size}`);
  headers.set('content-length', String(to - from + 1));
  return new Response(cut(response.body, from, to - from + 1), { status: 206, headers });
}

/** One range of bytes, from and to inclusive; null where the header asks for something else. */
function readRange(header: string | null, size: number) {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return null;
  const from = first ? Number(first) : Math.max(0, size - Number(last));
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1;
  if (first && last && Number(last) < Number(first)) return null;
  return from > to ? ('beyond' as const) : { from, to };
}

/** Some of a stream's bytes; what makes them is let go as soon as the last was passed on. */
function cut(source: ReadableStream<Uint8Array>, skip: number, take: number) {
  const reader = source.getReader();
  let [before, left] = [skip, take];
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          const part = value.subarray(Math.min(before, value.length));
          before -= value.length - part.length;
          if (part.length === 0) continue;
          const kept = part.subarray(0, left);
          left -= kept.length;
          controller.enqueue(kept);
          if (left > 0) return;
          controller.close();
          return await reader.cancel();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
