import { describe, expect, it } from 'vitest';
import { StreamedFile } from '../files/streamed-file';
import { rangeOf } from './ranges';

const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, n) => n % 251));
const validator = '01900000-0000-7000-8000-000000000000';

/** A response over bytes that are made in pieces of 64, and how many pieces were made. */
function whole() {
  const made = { pieces: 0, closed: false };
  const file = new StreamedFile(
    async function* () {
      try {
        for (let at = 0; at < bytes.length; at += 64) {
          made.pieces += 1;
          yield bytes.subarray(at, at + 64);
        }
      } finally {
        made.closed = true;
      }
    },
    { name: 'all.zip', type: 'application/zip', size: bytes.length },
  );
  const headers = { 'content-length': String(file.size) };
  return { response: new Response(file.stream(), { headers }), made, file };
}

async function ask(headers: Record<string, string>) {
  const { response, made } = whole();
  const answer = rangeOf(new Request('http://x/', { headers }), response, validator);
  return { answer, body: Buffer.from(await answer.arrayBuffer()), made };
}

describe('a download', () => {
  it('is whole unless a part is asked for, and says that parts can be', async () => {
    const { answer, body } = await ask({});
    expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    expect(body.equals(bytes)).toBe(true);
    for (const range of ['lines=1-2', 'bytes=5-2', 'bytes=1-2,4-5', 'bytes=-']) {
      expect((await ask({ range })).answer.status).toBe(200);
    }
  });

  it.each([
    ['bytes=0-', 0, 999],
    ['bytes=63-64', 63, 64],
    ['bytes=500-', 500, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
  ])('answers %s', async (range, from, to) => {
    const { answer, body } = await ask({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/1000`);
    expect(answer.headers.get('content-length')).toBe(String(to - from + 1));
    expect(body.equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it('goes on only with the bytes that it began with', async () => {
    const range = 'bytes=10-';
    expect((await ask({ range, 'if-range': `"${validator}"` })).answer.status).toBe(206);
    expect((await ask({ range, 'if-range': '"another"' })).answer.status).toBe(200);
    const { answer } = await ask({ range: 'bytes=1000-' });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
  });

  it('makes no more than is read, and lets go when the reader hangs up', async () => {
    const { made } = await ask({ range: 'bytes=0-99' });
    expect(made).toEqual({ pieces: 2, closed: true });
    const { response, made: left } = whole();
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(left.closed).toBe(true);
    expect(left.pieces).toBeLessThan(4);
  });

  it('is a file like any other to who reads it whole', async () => {
    const { file } = whole();
    expect([file.size, file.name]).toEqual([1_000, 'all.zip']);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });
});
