import { expect, test } from 'vitest';
import { isAppError } from '../errors';
import { resolveHost } from '../tenancy/hosts';
import { refuseForgedRoute, routedHeader, sealRouted } from './routed';
import { webCall } from './web-call';

const zoneOf = (host: string) => resolveHost(host, 'rowhouse.localhost');
const acme = zoneOf('acme.rowhouse.localhost');

test('takes a route that our entry sealed for this host', () => {
  refuseForgedRoute(null, acme);
  refuseForgedRoute(sealRouted('t/acme.rowhouse.localhost~3'), acme);
  refuseForgedRoute(sealRouted('console'), zoneOf('console.rowhouse.localhost'));
  refuseForgedRoute(sealRouted('site/ko'), zoneOf('rowhouse.localhost'));
});

test('refuses any other', () => {
  const [place, seal] = sealRouted('t/acme.rowhouse.localhost~3').split(' ');
  for (const [header, host] of [
    ['', acme],
    ['t/acme.rowhouse.localhost~3', acme],
    [`${place} ${seal?.slice(1)}`, acme],
    [`t/acme.rowhouse.localhost~4 ${seal}`, acme],
    [sealRouted('t/globex.rowhouse.localhost~3'), acme],
    [sealRouted('t/acme.rowhouse.localhost.evil~3'), acme],
    [sealRouted('site/ko'), acme],
    [sealRouted('console'), zoneOf('rowhouse.localhost')],
  ] as const) {
    expect(() => refuseForgedRoute(header, host), header).toThrow(/exist/);
  }
});

test('no web door opens on a forged route', () => {
  const headers = new Headers({ host: 'acme.rowhouse.localhost', [routedHeader]: 'console x' });
  expect(() => webCall('page', headers)).toThrow(expect.toSatisfy(isAppError));
});
