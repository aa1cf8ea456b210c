import { expect, it } from 'vitest';
import { peerOf } from './peer';

it('takes each address of IPv4 for one caller, however it is written', () => {
  expect(peerOf('192.0.2.7')).toBe('192.0.2.7');
  expect(peerOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(peerOf('192.0.2.8')).not.toBe(peerOf('192.0.2.7'));
});

it('takes the network of a subscriber of IPv6 for one caller', () => {
  expect(peerOf('2001:db8:1:2::9')).toBe(peerOf('2001:db8:1:2:ffff::1'));
  expect(peerOf('2001:db8:1:2::9')).not.toBe(peerOf('2001:db8:1:3::9'));
});

it('knows callers without an address as one', () => {
  expect([peerOf(null), peerOf('not an address')]).toEqual(['unknown', 'not an address']);
});
