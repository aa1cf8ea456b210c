import { expect, it } from 'vitest';
import { isStripePage } from './pages';

it.each([
  ['https://checkout.stripe.com/c/pay/cs_1#x', true],
  ['https://billing.stripe.com/p/session/1', true],
  ['http://checkout.stripe.com/c/pay/cs_1', false],
  ['https://checkout.stripe.com.example/c', false],
  ['https://a@checkout.stripe.com/c', false],
  ['https://checkout.stripe.com:444/c', false],
  ['https://example.com/?https://checkout.stripe.com', false],
  ['javascript:alert(1)', false],
  ['http://127.0.0.1:4000/pay/cs_1', false],
  [null, false],
])('%s is a page of Stripe: %s', (address, is) => {
  expect(isStripePage(address, { local: false })).toBe(is);
});

it('the one on this machine is known by its whole address', () => {
  const at = 'http://127.0.0.1:4000';
  expect(isStripePage(`${at}/pay/1`, { local: at })).toBe(true);
  expect(isStripePage('http://127.0.0.1:4001/pay/1', { local: at })).toBe(false);
  expect(isStripePage('http://127.0.0.1:4001/pay/1', { local: true })).toBe(true);
  expect(isStripePage('http://127.0.0.1.example/pay/1', { local: true })).toBe(false);
});
