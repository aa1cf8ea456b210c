const ownPages = new Set(['https://checkout.stripe.com', 'https://billing.stripe.com']);
const onThisMachine = /^http:\/\/127\.0\.0\.1:\d+$/;

interface Where {
  /** Origin of the one on this machine, or whether there may be any. */
  local: string | boolean;
}

/** Whether an address is a page of Stripe, so that nobody is ever sent elsewhere to pay. */
export function isStripePage(address: unknown, { local }: Where): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  if (username || password) return false;
  if (ownPages.has(origin)) return true;
  return typeof local === 'string' ? origin === local : local && onThisMachine.test(origin);
}
