import { describe, expect, it } from 'vitest';
import { boundedBody } from './body';

const mega = 1024 * 1024;

/** A body in pieces of 1 MB that states no length; counts what was asked for. */
function streamed(pieces: number, type: string) {
  const asked = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (to) => {
      asked.pieces += 1;
      if (asked.pieces > pieces) to.close();
      else to.enqueue(new Uint8Array(mega));
    },
  });
  const headers = { 'content-type': type };
  const options = { method: 'POST', headers, body, duplex: 'half' };
  return { asked, request: new Request('http://a.localhost/', options as RequestInit) };
}

describe('a body', () => {
  it('is refused by its stated length, unread', async () => {
    const headers = { 'content-length': String(5 * mega), 'content-type': 'application/json' };
    const request = new Request('http://a.localhost/', { method: 'POST', headers, body: '{}' });
    await expect(boundedBody(request)).rejects.toMatchObject({ code: 'limit' });
    expect(request.bodyUsed).toBe(false);
  });

  it('that states none is refused while it is read', async () => {
    const { asked, request } = streamed(50, 'application/json');
    await expect(boundedBody(request)).rejects.toMatchObject({ code: 'limit' });
    expect(asked.pieces).toBeLessThan(8);
  });

  it('that is large is refused by its shape, and else arrives whole', async () => {
    const post = (body: string) => {
      const headers = { 'content-length': String(body.length), 'content-type': 'application/json' };
      return boundedBody(new Request('http://a.localhost/', { method: 'POST', headers, body }));
    };
    await expect(post('['.repeat(100_000))).rejects.toMatchObject({ code: 'limit' });
    const sound = JSON.stringify({ text: 'x'.repeat(100_000) });
    expect(await (await post(sound)).text()).toBe(sound);
  });

  it('may be larger when it is a form, and arrives whole', async () => {
    const { request } = streamed(6, 'multipart/form-data; boundary=x');
    expect((await (await boundedBody(request)).arrayBuffer()).byteLength).toBe(6 * mega);
  });
});
