import { connectionNames, onSuspicion, openLineTo, silence, unsilence } from '../client';
import { verifyRole } from '../runtime-role';
import type { ClientLine } from '../wire/client-line';

/** Connections to shards that are refused at once because they do not answer. */
export { silentConnections } from '../client';

/** How often a shard that answers is asked, one that does not, and how long it may take. */
const calmMs = 1_000;
const anxiousMs = 500;
const answerMs = 2_000;

const words = 'The database server of this workspace does not answer. Nothing was changed.';

/** What happened to a shard; `error` says why it is not spoken to. */
export interface ShardNews {
  connection: string;
  answers: boolean;
  error?: unknown;
}

/**
 * Keeps an eye on every shard with one small question a second, so that nobody waits for one that is
 * gone: its tenants are refused at once until it answers again. A shard is spoken to only after this
 * login's rights there were verified. Resolves when each was asked once.
 */
export async function watchShards(
  told: (news: ShardNews) => void,
): Promise<{ stop(): Promise<void> }> {
  const watches = connectionNames()
    .filter((name) => name !== 'primary')
    .map((name) => new ShardWatch(name, told));
  onSuspicion((connection) => watches.find((one) => one.connection === connection)?.suspect());
  await Promise.all(watches.map((watch) => watch.look()));
  return { stop: async () => void (await Promise.all(watches.map((watch) => watch.stop()))) };
}

class ShardWatch {
  readonly connection: string;
  readonly #told: (news: ShardNews) => void;
  #line: ClientLine | undefined;
  #answers: boolean | undefined;
  #said: boolean | undefined;
  #verified = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(connection: string, told: (news: ShardNews) => void) {
    this.connection = connection;
    this.#told = told;
    silence(connection, words);
  }

  /** Somebody could not connect: nobody else need try until it is known why. */
  suspect() {
    if (this.#stopped || this.#answers === false) return;
    silence(this.connection, words);
    this.#answers = undefined;
    void this.look();
  }

  look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = undefined;
      if (this.#stopped) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.look(), this.#answers ? calmMs : anxiousMs);
      this.#timer.unref();
    });
    return this.#looking;
  }

  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.#line?.close();
  }

  async #ask() {
    try {
      if (!this.#line || this.#line.broken) this.#line = await openLineTo(this.connection);
      if (this.#verified) await this.#line.run([{ text: 'select 1', values: [] }], answerMs);
      else await verifyRole(this.#line);
      this.#verified = true;
      this.#note(true);
    } catch (error) {
      this.#line?.destroy();
      this.#line = undefined;
      this.#note(false, error);
    }
  }

  #note(answers: boolean, error?: unknown) {
    if (this.#stopped) return;
    if (answers) unsilence(this.connection);
    else silence(this.connection, words);
    this.#answers = answers;
    if (this.#said === answers) return;
    this.#said = answers;
    this.#told({ connection: this.connection, answers, ...(!answers && { error }) });
  }
}
