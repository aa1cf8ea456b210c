/** What this person may do with a collection. */
export interface Rights {
  write: boolean;
  design: boolean;
  import: boolean;
  export: boolean;
}
