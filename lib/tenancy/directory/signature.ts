/*
 * Keyed digests by WebCrypto, which both the Edge runtime and Node have. The purpose stands in
 * front of what is signed, so that one secret serves several uses that cannot be swapped.
 */

const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

const keyOf = (secret: string) => {
  const known = keys.get(secret);
  if (known) return known;
  const key = crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  keys.set(secret, key);
  return key;
};

const toText = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromText = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** HMAC-SHA256, base64url. */
export const keyedDigest = async (secret: string, message: string) =>
  toText(await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(message)));

/** A JSON value with its signature, safe in a header. */
export async function sealJson(secret: string, purpose: string, value: unknown): Promise<string> {
  const body = toText(encoder.encode(JSON.stringify(value)).buffer as ArrayBuffer);
  return `${body}.${await keyedDigest(secret, `${purpose}:${body}`)}`;
}

/**
 * The value of a sealed header; null when it was not sealed by us for this purpose.
 * @public
 */
export async function openSealed<T>(
  secret: string,
  purpose: string,
  sealed: string | null,
): Promise<T | null> {
  const [body, signature, rest] = (sealed ?? '').split('.');
  if (!body || !signature || rest !== undefined) return null;
  try {
    const message = encoder.encode(`${purpose}:${body}`);
    const genuine = await crypto.subtle.verify(
      'HMAC',
      await keyOf(secret),
      fromText(signature),
      message,
    );
    return genuine ? (JSON.parse(new TextDecoder().decode(fromText(body))) as T) : null;
  } catch {
    return null;
  }
}
