/** Prints one line for the person at the terminal. */
export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Prints one line where errors go. */
export const complain = (line) => process.stderr.write(`${line}\n`);

/** Names a step while it runs, and says how long it took when that was long enough to notice. */
export async function step(title, work) {
  say(`${title}…`);
  const began = Date.now();
  const result = await work();
  const seconds = (Date.now() - began) / 1000;
  if (seconds >= 2) say(`  done in ${seconds.toFixed(0)} s`);
  return result;
}
