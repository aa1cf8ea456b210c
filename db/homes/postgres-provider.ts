import type pg from 'pg';
import { planningOf } from '../planning';
import type { NewLogin, ShardProvider } from './provider';
import { buildAnswerMs, onServer, operatorUrl, type Servers } from './servers';

/** The provider behind a connection: plain SQL where the settings name no other. */
export const providerOf = (servers: Servers, connection: string): ShardProvider =>
  servers.providers?.[connection] ?? new PostgresProvider(servers);

/** Any Postgres that its operator may give orders to: our own, or one behind a URL. */
class PostgresProvider implements ShardProvider {
  readonly #servers: Servers;

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  createLogin(connection: string, { role, password, groups }: NewLogin) {
    return this.#on(connection, async (server) => {
      const secret = server.escapeLiteral(password);
      await server.query(`create role "${role}" login password ${secret} in role ${groups.join()}`);
      await server.query(planningOf(role));
    });
  }

  dropLogin = (connection: string, role: string) =>
    this.#order(connection, `drop role if exists "${role}"`);

  createDatabase = (connection: string, name: string, template?: string) => {
    const from = template ? ` template "${template}"` : '';
    return this.#order(connection, `create database "${name}"${from} strategy wal_log`);
  };

  renameDatabase = (connection: string, name: string, to: string) =>
    this.#order(connection, `alter database "${name}" rename to "${to}"`);

  dropDatabase = (connection: string, name: string) =>
    this.#order(connection, `drop database if exists "${name}" with (force)`);

  #order(connection: string, statement: string): Promise<void> {
    return this.#on(connection, async (server) => void (await server.query(statement)));
  }

  #on(connection: string, work: (server: pg.Client) => Promise<void>): Promise<void> {
    const url = operatorUrl(this.#servers, connection);
    return onServer(url, work, { answerMs: buildAnswerMs });
  }
}
