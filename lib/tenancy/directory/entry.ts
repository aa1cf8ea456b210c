/** What the directory knows of a tenant host: enough to route and to dress a page, nothing secret. */
export interface HostEntry {
  id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended' | 'closing' | 'closed';
  locale: 'en' | 'ko';
  primaryHost: string | null;
  /** Where this host's pages lead on to; null or absent where they stand here. */
  leadsTo?: string | null;
  /** Placement epoch, decimal string of a bigint. */
  epoch: string;
  /** Connection to the server that holds its rows. */
  connection: string | null;
  /** Of the looks as they are shown: twice the published version, and one more where the plan shows the platform's name in them. */
  brandVersion: number;
  /** Published branding tokens, as they are shown. */
  brand: Record<string, unknown>;
  modulesOff: string[];
}

/** The same as caches carry it. */
export interface DirectoryEntry extends HostEntry {
  /** Flags that are no secret, as they are here for nobody in particular. */
  flags: Record<string, boolean | string | number>;
}

/** What a reader learns about changes since a horizon it was given before. */
export interface DirectoryChanges {
  /** Opaque; handed back with the next question. 0 asks for a first horizon. */
  horizon: number;
  keys: string[];
  /** Connections whose servers do not answer at the moment. */
  silent: string[];
}

export interface DirectorySource {
  /** The entry of a host, null when no tenant has it. Rejects when the directory cannot be asked. */
  find(slug: string | null, host: string): Promise<DirectoryEntry | null>;
  changesSince(horizon: number): Promise<DirectoryChanges>;
}
