import { percentile } from './alternate';
import { Connection } from './connection';
import { cpuSeconds, type Served } from './server';

export interface Target {
  name: string;
  server: Pick<Served, 'port' | 'pid'>;
  /** Asked in turn: whole requests, as text. */
  requests: string[];
}

export interface Figures {
  perSecond: number;
  /** Requests for each second of processor time the server used; NaN where that is not told. */
  perCpuSecond: number;
  p50Ms: number;
  p99Ms: number;
}

interface LoadOptions {
  connections: number;
  /** One target is asked for this long, then the next, so that the neighbours' noise falls on all. */
  sliceMs: number;
  slices: number;
}

const usual: LoadOptions = { connections: 16, sliceMs: 300, slices: 4 };

/** A GET on a tenant's host, as a browser with this cookie sends it. */
export const getRequest = (path: string, host: string, cookie?: string) =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`;

/** Loads several targets side by side. Throws at the first answer that is not 200. */
export async function sideBySide(
  targets: readonly Target[],
  options: Partial<LoadOptions> = {},
): Promise<Map<string, Figures>> {
  const { connections, sliceMs, slices } = { ...usual, ...options };
  const runs = targets.map((target) => new LoadRun(target, connections));
  try {
    for (const run of runs) await run.warmUp(sliceMs);
    for (let slice = 0; slice < slices; slice++) for (const run of runs) await run.slice(sliceMs);
    return new Map(runs.map((run) => [run.name, run.figures()]));
  } finally {
    for (const run of runs) run.close();
  }
}

class LoadRun {
  readonly name: string;
  readonly #target: Target;
  readonly #connections: Connection[];
  #tookMs: number[] = [];
  #wallSeconds = 0;
  #cpu = 0;
  #next = 0;

  constructor(target: Target, connections: number) {
    this.name = target.name;
    this.#target = target;
    const { port } = target.server;
    this.#connections = Array.from({ length: connections }, () => new Connection(port));
  }

  async warmUp(ms: number) {
    await this.slice(ms);
    this.#tookMs = [];
    this.#wallSeconds = 0;
    this.#cpu = 0;
  }

  async slice(ms: number) {
    const { pid } = this.#target.server;
    const cpuBefore = cpuSeconds(pid) ?? Number.NaN;
    const from = performance.now();
    await Promise.all(this.#connections.map((connection) => this.#askUntil(connection, from + ms)));
    this.#wallSeconds += (performance.now() - from) / 1_000;
    this.#cpu += (cpuSeconds(pid) ?? Number.NaN) - cpuBefore;
  }

  figures(): Figures {
    const count = this.#tookMs.length;
    return {
      perSecond: count / this.#wallSeconds,
      perCpuSecond: count / this.#cpu,
      p50Ms: percentile(this.#tookMs, 0.5),
      p99Ms: percentile(this.#tookMs, 0.99),
    };
  }

  close() {
    for (const connection of this.#connections) connection.close();
  }

  async #askUntil(connection: Connection, deadline: number) {
    const { requests } = this.#target;
    while (performance.now() < deadline) {
      const from = performance.now();
      const request = requests[this.#next++ % requests.length] ?? '';
      const status = await connection.ask(request);
      if (status !== 200) throw new Error(`${this.name} answered ${status} to ${request}`);
      this.#tookMs.push(performance.now() - from);
    }
  }
}
