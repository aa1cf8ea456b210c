/** Shut down, crashed, or not up yet. */
const goneCodes = ['57P01', '57P02', '57P03'];

/** True for a server that is gone or does not answer, which is everybody's there; else it refused one thing. */
export const isOfServer = (error: unknown): boolean =>
  !(error instanceof Error && 'severity' in error && 'code' in error) ||
  goneCodes.includes(String(error.code));

/** Servers that did not answer in this round: to ask each of their tenants would hold up all others. */
export class DownServers {
  readonly #down = new Set<string>();

  has(connection: string): boolean {
    return this.#down.has(connection);
  }

  note(connection: string, error: unknown): void {
    if (isOfServer(error)) this.#down.add(connection);
  }
}
