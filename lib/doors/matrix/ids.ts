/** Ids and credentials of a prepared tenant, by the name of the field that takes them. */
export type Ids = Record<string, string>;

export interface Samples {
  ids: Ids;
  /** A word that stands in what a prepared tenant holds, and nowhere else. */
  canary: string;
}
