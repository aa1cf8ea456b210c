import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the web process says that it can serve; throws with its last answer otherwise. */
export async function waitForWeb({ port, listenPort, rootDomain }, signal, timeoutMs = 90_000) {
  const deadline = Date.now() + timeoutMs;
  let last = 'nothing';
  while (Date.now() < deadline) {
    if (signal.aborted) return;
    last = await ask(listenPort, `${rootDomain}:${port}`);
    if (last === 200) return;
    await pause(100);
  }
  throw new Error(`The web process does not become ready: /readyz answered ${last}.`);
}

function ask(port, host) {
  return new Promise((done) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', headers: { host } });
    request.setTimeout(5_000, () => request.destroy());
    request.on('error', (error) => done(error.code ?? 'nothing'));
    request.on('response', (response) => {
      response.resume();
      done(response.statusCode);
    });
  });
}
