/** What a proof or a bench is handed: a started throw-away cluster and ways to start more. */
export interface ExperimentContext {
  /** Superuser URL of a cluster of this run's own. */
  adminUrl: string;
  /** A master secret, also in the environment as ROWHOUSE_SECRET. */
  secret: string;
  /** Small sizes run inside `npm test`, full ones by hand. */
  size: 'small' | 'full';
  /** An empty folder that is removed afterwards. */
  scratch: string;
  /** The whole product on an empty data folder, as `npm start` brings it up. */
  startProduct(): Promise<{ port: number; dataDir: string; stop(): Promise<unknown> }>;
}

/** One thing shown: `figure` is what was measured, `bound` what it had to keep to. */
export interface Claim {
  name: string;
  figure: string | number;
  bound: string;
  ok: boolean;
}

/**
 * What a file `scripts/prove/<name>.ts` is handed. It exports `name` (its own file name) and
 * `run(ctx: ProofContext): Promise<void>`, which must make at least one claim.
 */
export interface ProofContext extends ExperimentContext {
  claim(claim: Claim): void;
}

/**
 * One measured line of one round. With a `base` (another row's name) the goal is about the ratio.
 * A file `scripts/bench/<name>.ts` exports `name` (its own file name), `run(ctx: ExperimentContext):
 * Promise<BenchRow[]>`, which measures every row once, side by side, and is called three times or
 * more, and if it likes `prepare(ctx)` and `finish()` around them.
 * @public
 */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  base?: string;
  goal?: { atMost?: number; atLeast?: number };
}
