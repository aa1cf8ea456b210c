import { Secret, TOTP } from 'otpauth';

/** The code an authenticator app with this key shows, `steps` half minutes from now. */
export const codeFor = (key: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });
