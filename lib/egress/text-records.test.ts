import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NameServer, startNameServer } from './testing/name-server';
import { readTextRecords } from './text-records';

let server: NameServer;
beforeAll(async () => {
  server = await startNameServer();
});
afterAll(() => server.end());

const read = (name: string) => readTextRecords(name, [server.address]);

it('reads the texts under a name, long ones in one piece', async () => {
  const long = 'x'.repeat(900);
  server.texts.set('_a.alder-works.com', ['one', long]);
  expect((await read('_a.alder-works.com'))?.sort()).toEqual(['one', long]);
});

it('tells a name without records from servers that do not say', async () => {
  expect(await read('_none.alder-works.com')).toEqual([]);
  server.texts.set('_empty.alder-works.com', []);
  expect(await read('_empty.alder-works.com')).toEqual([]);
  server.mood = 'failing';
  expect(await read('_a.alder-works.com')).toBeNull();
  server.mood = 'silent';
  expect(await read('_a.alder-works.com')).toBeNull();
  server.mood = 'well';
  expect(await readTextRecords('_a.alder-works.com', ['127.0.0.1:9'])).toBeNull();
}, 30_000);
