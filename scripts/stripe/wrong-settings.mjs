/** Why the settings cannot be used, or nothing. */
export function wrongStripe({ STRIPE_SECRET_KEY: key, STRIPE_API_URL: url }) {
  if (key && !/^(sk|rk)_(test|live)_\w{8,}$/.test(key)) {
    return 'STRIPE_SECRET_KEY must be a secret or restricted key of Stripe, which begins with sk_ or rk_.';
  }
  if (url && !isSafe(url))
    return 'STRIPE_API_URL must be an address such as https://api.stripe.com.';
  return undefined;
}

/** A key is sent in the open to this machine alone. */
function isSafe(url) {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}
