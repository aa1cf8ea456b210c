import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

// One tenant that asks at a pace of its own, whatever it is answered, from a process of its own. Told
// `{ port, host, cookie, paths, perSecond }`; at the end it tells how often each status came.
const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
const statuses = {};
let isOver = false;

process.on('message', async ({ perSecond, ...asked }) => {
  const began = performance.now();
  for (let sent = 0; !isOver; sent++) {
    const ahead = began + (sent * 1_000) / perSecond - performance.now();
    if (ahead > 0) await pause(ahead);
    ask(asked, sent);
  }
  process.send(statuses, () => process.exit());
});
process.on('SIGTERM', () => {
  isOver = true;
});
process.once('disconnect', () => process.exit());

function ask({ port, host, cookie, paths }, at) {
  const path = paths[at % paths.length];
  const options = { port, path, agent, host: '127.0.0.1', headers: { host, cookie } };
  const count = (status) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  http
    .get(options, (response) => {
      const limited = response.statusCode === 429 && !response.headers['retry-after'];
      count(limited ? '429 without Retry-After' : response.statusCode);
      response.resume();
    })
    .on('error', () => count('broken'));
}
