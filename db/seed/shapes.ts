export type SeedType =
  | 'text'
  | 'long_text'
  | 'number'
  | 'money'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'select'
  | 'multi_select'
  | 'email'
  | 'url'
  | 'person'
  | 'relation'
  | 'lookup'
  | 'file';

export interface SeedField {
  /** Small letters and underscores of this name are the key of its values. */
  name: string;
  type: SeedType;
  choices?: string[];
  required?: boolean;
  unique?: boolean;
  default?: string | number | boolean;
  width?: number;
  /** Bounds, a currency, limits of files. */
  options?: Record<string, unknown>;
  /** Of a relation: the collection it leads to, made before this one. */
  target?: string;
  many?: boolean;
  /** Of a look-up: the relation it follows and the field it shows there, by name. */
  through?: string;
  shows?: string;
}

export type SeedValue = string | number | boolean | string[] | null;

/** A filter by field key; a select's value is the choice's id. */
export interface SeedFilter {
  field: string;
  op: string;
  value?: SeedValue;
}

export interface SeedView {
  name: string;
  kind: 'grid' | 'board' | 'calendar' | 'gallery' | 'timeline';
  state: {
    filters?: SeedFilter[];
    sorts?: { field: string; direction: 'asc' | 'desc' }[];
    hidden?: string[];
    group?: { field: string; direction: 'asc' | 'desc' };
    sum?: string;
    tints?: { color: string; filter: SeedFilter }[];
    columns?: string;
    date?: string;
    end?: string;
    lanes?: string;
  };
}

type SeedReach = 'none' | 'involved' | 'all';

export interface SeedRule {
  see: SeedReach;
  change: SeedReach;
  remove: SeedReach;
  create: boolean;
  /** Fields that are hidden or only read, by name. */
  fields?: Record<string, 'hidden' | 'read'>;
}

/** What somebody, by their place among the members, did to a record; @4 in words mentions the fifth. */
export type SeedDeed = { row: number; by: number } & (
  | { says: string }
  | { sets: Record<string, SeedValue> }
);

export interface SeedCollection {
  name: string;
  icon: 'book' | 'calendar' | 'flag' | 'graduation' | 'package' | 'users';
  description: string;
  fields: SeedField[];
  rows: number;
  /** One record by field key; a choice goes by its words, a person by their place, admins first. */
  row(next: () => number, at: number): Record<string, SeedValue>;
  /** A page of text for each of the first records, in a field of files. */
  papers?: { field: string; rows: number; title(row: Record<string, SeedValue>): string };
  views?: SeedView[];
  /** By role; who is not named sees and changes everything. */
  rules?: Record<string, SeedRule>;
  form?: {
    title: string;
    intro: string;
    thanks: string;
    fields: { field: string; label?: string; help?: string; required?: boolean }[];
  };
  deeds?: SeedDeed[];
}
