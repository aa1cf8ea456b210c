import { request } from 'node:http';
import { type Delivery, type Endpoint, type Local, signatureOf } from './local';

const second = 1_000;
const waits = [2, 5, 10, 30, 60, 300, 1_800, 3_600].map((seconds) => seconds * second);
const atOnce = 8;
const patienceMs = 10_000;

/** Sends what is due, and again what was not taken. Answers how many were tried. */
export async function deliverDue(local: Local): Promise<number> {
  const { store, faults } = local;
  if (faults.holdEvents) return 0;
  const due = store.all<Delivery>('delivery').filter(({ nextAt }) => nextAt <= Date.now());
  if (faults.reorderEvents) shuffle(due);
  for (let from = 0; from < due.length; from += atOnce) {
    await Promise.all(due.slice(from, from + atOnce).map((one) => deliver(local, one)));
  }
  return due.length;
}

async function deliver(local: Local, delivery: Delivery): Promise<void> {
  const { store, faults } = local;
  const endpoint = store.find<Endpoint>('webhook_endpoint', delivery.endpoint);
  const event = store.find('event', delivery.event);
  if (!endpoint || !event) return store.remove('delivery', delivery.id);
  const times = 1 + faults.repeatEvents;
  for (let n = 0; n < times; n += 1) {
    if (await send(endpoint, JSON.stringify(event))) continue;
    const tries = delivery.tries + 1;
    const wait = waits[Math.min(tries, waits.length) - 1] ?? second;
    // For three days, as Stripe does.
    if (tries > 80) return store.remove('delivery', delivery.id);
    store.put({ ...delivery, tries, nextAt: Date.now() + wait });
    return;
  }
  store.remove('delivery', delivery.id);
}

async function send({ url, secret }: Endpoint, body: string): Promise<boolean> {
  const signature = signatureOf(body, secret, Math.floor(Date.now() / second));
  const headers = {
    ...{ 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
    'content-length': Buffer.byteLength(body),
  };
  return await new Promise<boolean>((done) => {
    const { hostname } = new URL(url);
    // As browsers do: names under localhost are this machine, whether or not the system knows them.
    const toHere = hostname.endsWith('.localhost') && { hostname: '127.0.0.1' };
    const sent = request(
      url,
      { method: 'POST', headers: { ...headers, host: new URL(url).host }, agent: false, ...toHere },
      (response) => {
        response.resume().once('close', () => done(isTaken(response.statusCode)));
      },
    );
    sent.setTimeout(patienceMs, () => sent.destroy());
    sent.once('error', () => done(false)).end(body);
  });
}

const isTaken = (status = 0) => status >= 200 && status < 300;

function shuffle(list: unknown[]): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}
