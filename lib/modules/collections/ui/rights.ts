/** What this person may do with a collection. */
export interface Rights {
  /** Change values of some records at least. */
  write: boolean;
  add: boolean;
  remove: boolean;
  comment: boolean;
  /** Delete comments of others. */
  moderate: boolean;
  design: boolean;
  import: boolean;
  export: boolean;
}
