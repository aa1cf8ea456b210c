/** A JSON array of values that come in batches, a value a line; holds no more than a batch. */
export async function* jsonArray(batches: AsyncIterable<readonly unknown[]>) {
  let before = '[\n';
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield before + batch.map((value) => JSON.stringify(value)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
