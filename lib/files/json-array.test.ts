import { expect, it } from 'vitest';
import { jsonArray } from './json-array';

const written = async (batches: unknown[][]) => {
  async function* each() {
    yield* batches;
  }
  let text = '';
  for await (const part of jsonArray(each())) text += part;
  return text;
};

it('is one array, however its values come', async () => {
  for (const batches of [[], [[]], [[1]], [[], [{ a: '1' }, null], [], ['x']]]) {
    expect(JSON.parse(await written(batches))).toEqual(batches.flat());
  }
  expect(await written([[1], [2]])).toBe('[\n1,\n2\n]\n');
});
