import { z } from 'zod';

// As Zod's own, and besides top-level domains in letters of other scripts, which it refuses.
const pattern =
  /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]{0,58}[a-z0-9])$/i;

/** An address that mail can be sent to; domains in other scripts than Latin in punycode. */
export const MailAddress = z
  .email({ pattern, error: 'Enter an e-mail address, such as name@example.com.' })
  .max(254, 'At most 254 characters.');
