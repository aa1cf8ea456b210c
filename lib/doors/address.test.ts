import { expect, it } from 'vitest';
import { addressOf, openAddress, sealAddress } from './address';

it('names IPv4 peers as people write them, and leaves the others alone', () => {
  expect(addressOf({ remoteAddress: '::ffff:192.0.2.7' })).toBe('192.0.2.7');
  expect(addressOf({ remoteAddress: '192.0.2.7' })).toBe('192.0.2.7');
  expect(addressOf({ remoteAddress: '2001:db8::1' })).toBe('2001:db8::1');
  expect(addressOf({ remoteAddress: undefined })).toBeUndefined();
});

it('opens what it sealed and nothing else', () => {
  const sealed = sealAddress('192.0.2.7');
  expect(openAddress(sealed)).toBe('192.0.2.7');
  expect(openAddress(sealed.replace('192', '193'))).toBeNull();
  expect(openAddress(null)).toBeNull();
});
