import { readFileSync } from 'node:fs';

// Shifts the clock of the process it is loaded into by the milliseconds in a file, which may change
// at any time: `--import file:///…/shifted-clock.mjs?file=/path`. Timers go by another clock.
const file = new URL(import.meta.url).searchParams.get('file') ?? '';
const RealDate = Date;
const realNow = RealDate.now;
let shiftMs = 0;

function read() {
  try {
    shiftMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shiftMs = 0;
  }
}

read();
setInterval(read, 20).unref();

const now = () => realNow() + shiftMs;

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, asked) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], asked === Date ? target : asked),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
