/** Does `work` for each item, `count` of them at any moment, in their order. */
export async function inLanes(count, items, work) {
  const rest = [...items];
  const lane = async () => {
    while (rest.length > 0) await work(rest.shift());
  };
  await Promise.all(Array.from({ length: count }, lane));
}
