const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|57P0[1-5]|08...)$/;
const cut = /timeout expired|Connection terminated|timeout exceeded|read timeout|not queryable/;

/**
 * Why work on a server could not be done, in words for whoever waits for it; null when the fault is
 * not the server's. `name` is the shard's.
 */
export function whyNot(error: unknown, name: string): string | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === '53100') return `The server ${name} has no room left on its disk.`;
  if (code === '53300') return `The server ${name} has no connection free.`;
  if (away.test(code) || cut.test(message)) return `The server ${name} does not answer.`;
  return null;
}
