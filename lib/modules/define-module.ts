import type { BuiltInRole, Permission } from '../access/permissions';
import type { AnyConfig } from '../tenancy/configuration/define';
import type { Flag } from '../tenancy/flags/define';

export interface ModulePermission {
  id: Permission;
  /** What it opens, as a sentence a tenant's admin reads. */
  title: string;
  /** Lowest built-in role that holds it. */
  from: BuiltInRole;
  /** Whether a token that belongs to the workspace may carry it; left out for what is people's alone. */
  forClients?: true;
}

export interface ModuleNavigation {
  title: string;
  /** Path on the tenant's host. */
  path: string;
  /** Name of a lucide icon. */
  icon: string;
  permission: Permission;
}

/** A step that a workspace's founder is led to; done once somebody has called `procedure`. */
export interface FirstStep {
  title: string;
  help: string;
  path: string;
  procedure: string;
  permission: Permission;
}

/** A question of the help page, for those who can do what it is about. */
export interface HelpTopic {
  question: string;
  answer: string;
  permission: Permission;
  /** Switch of what it is about; while that is off, it is not answered. */
  flag?: Flag;
  /** Where it is done, on the tenant's host. */
  path?: string;
}

/** What a module shows of its own audit entries to members on their home page. */
export interface ModuleNews {
  /** Who may see it. */
  permission: Permission;
  /** Procedure to what its caller did, and the word between that and the place's name. */
  says: Record<string, { did: string; joint: 'in' | 'into' | 'named' }>;
  /** Where an entry leads on the tenant's host. */
  pathOf(about: {
    kind: string | null;
    id: string | null;
    detail: Record<string, unknown>;
  }): string | null;
}

/** What a module shows a person of one tenant, as far as they may see it there. */
export interface Glance {
  /** Paths of the places whose news they may be told, with their names; null for what is in the trash. */
  places: ReadonlyMap<string, string | null>;
  /** What is assigned to them: what is due first, then what changed last. */
  assigned: {
    id: string;
    at: Date;
    title: string;
    place: string;
    path: string;
    /** When it is due, where it says so; what is due comes before all else. */
    dueAt?: Date | null;
  }[];
  /** Where others mentioned them, the newest first. */
  mentions: {
    id: string;
    at: Date;
    /** Null for who is gone. */
    by: string | null;
    title: string;
    place: string;
    excerpt: string;
    path: string;
  }[];
}

/** Rows of one moment of a tenant's own tables, in the order of their ids. One table at a time. */
export interface TakeOutSource {
  documents(
    table: string,
    where?: { column: string; value: string },
  ): AsyncGenerator<Record<string, unknown>>;
}

/** Files that a module adds to an export; each is read to its end before the next is asked for. */
export type TakeOut = (
  source: TakeOutSource,
) => AsyncGenerator<{ name: string; data: AsyncIterable<string> }>;

/** An operation as it is for one thing that a tenant made itself, such as one of its tables. */
export interface OwnOperation {
  /** Name of the procedure that it is a case of. */
  of: string;
  /** Added to the operation's id; letters and digits. */
  noun: string;
  /** What it is listed under. */
  tag: string;
  summary: string;
  /** Path parameters that are settled, by name. */
  settled: Record<string, string>;
  /** JSON pointers into the schema of the body or the answer, each to the schema that stands there. */
  body: Record<string, string>;
  answer: Record<string, string>;
}

/** What a module adds to the description of a tenant's interface. */
export interface OwnInterface {
  /** JSON Schemas by name. */
  schemas: Record<string, object>;
  operations: OwnOperation[];
}

/** A kind of view that tenants of a pool may let each other look at. */
export interface ShareableView {
  /** After the module's own id and a dot. */
  id: string;
  title: string;
}

export interface ModuleManifest {
  /** Modules that have to be on for this one to work, by id. */
  needs?: readonly string[];
  /** Also the folder's name and the first part of its permissions. */
  id: string;
  title: string;
  description: string;
  icon: string;
  navigation: ModuleNavigation[];
  permissions: ModulePermission[];
  /** A procedure with permission `job` that fills a new tenant with something to try. */
  sampleJob?: string;
  firstSteps?: FirstStep[];
  help?: readonly HelpTopic[];
  news?: ModuleNews;
  /** What tenants of a pool may let each other look at; nothing else leaves a tenant. */
  shareable?: readonly ShareableView[];
  /** Flags that its operations or pages ask for. */
  flags?: readonly Flag[];
  /** What a tenant may set of it, under the module's own id: see `defineConfig`. */
  settings?: AnyConfig;
  /** Tables whose rows the audit trail shows to those with this right only. */
  guarded?: { tables: readonly string[]; permission: Permission };
  /** What tenants may add fields to (`defineSubject`), by its router, and who decides over those. */
  customFields?: readonly { router: string; manage: Permission }[];
}

/** Declares a module: a switchable feature of the tenant plane. */
export const defineModule = <M extends ModuleManifest>(manifest: M): M => manifest;
