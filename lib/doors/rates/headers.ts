/** How a caller stands to one of the limits it is held to. */
export interface RateState {
  name: string;
  /** Calls a minute. */
  size: number;
  left: number;
  /** Until there are more, where none is left; otherwise until all are there again. */
  seconds: number;
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10). */
export function tellRates(headers: Headers, rates: readonly RateState[]) {
  if (rates.length === 0) return;
  headers.set(
    'ratelimit-policy',
    rates.map(({ name, size }) => `"${name}";q=${size};w=60`).join(', '),
  );
  headers.set(
    'ratelimit',
    rates.map(({ name, left, seconds }) => `"${name}";r=${left};t=${seconds}`).join(', '),
  );
}
