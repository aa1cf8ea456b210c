/** Why the settings cannot be used, or nothing. */
export function wrongStripe(env, { isPublic }) {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url, STRIPE_WEBHOOK_SECRET: secrets } = env;
  if (key && !/^(sk|rk)_(test|live)_\w{8,}$/.test(key)) {
    return 'STRIPE_SECRET_KEY must be a secret or restricted key of Stripe, which begins with sk_ or rk_.';
  }
  if (url && !isSafe(url))
    return 'STRIPE_API_URL must be an address such as https://api.stripe.com.';
  if (secrets && !isSecret(secrets)) {
    return 'STRIPE_WEBHOOK_SECRET must be the signing secret of a webhook at Stripe, which begins with whsec_, or two with a comma between them.';
  }
  if (key && !secrets && isPublic) {
    return 'STRIPE_WEBHOOK_SECRET must be set with STRIPE_SECRET_KEY when ROOT_DOMAIN is a public name: who takes money must hear that it came.';
  }
  return undefined;
}

const isSecret = (text) => /^whsec_[\w+/=-]{16,}(,\s*whsec_[\w+/=-]{16,})?$/.test(text);

/** A key is sent in the open to this machine alone. */
function isSafe(url) {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}
