/** A login of one tenant, and the groups that hold what such logins have in common. */
export interface NewLogin {
  role: string;
  password: string;
  groups: readonly string[];
}

/**
 * What the operator needs of whoever runs a shard's server. Each step may be a call to a hoster's
 * API and take seconds; each is safe to repeat where it says so. Everything else is plain SQL on the
 * databases themselves.
 */
export interface ShardProvider {
  createLogin(connection: string, login: NewLogin): Promise<void>;
  /** Safe to repeat. */
  dropLogin(connection: string, role: string): Promise<void>;
  /** An empty database, or a copy of one to which nobody is connected. */
  createDatabase(connection: string, name: string, template?: string): Promise<void>;
  renameDatabase(connection: string, name: string, to: string): Promise<void>;
  /** With whoever is connected. Safe to repeat. */
  dropDatabase(connection: string, name: string): Promise<void>;
}
