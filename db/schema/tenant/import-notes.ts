export interface ImportError {
  row: number;
  field: string | null;
  message: string;
}

/** How often rows were refused for one reason. */
export interface ImportReason {
  field: string | null;
  message: string;
  rows: number;
}

/** How far an import was taken back, and by whom. */
export interface ImportRevert {
  by: string | null;
  /** Also what somebody changed since. */
  force: boolean;
  at: string;
  removed: number;
  restored: number;
  left: number;
  /** The last entry of the change log that was dealt with. */
  after: string | null;
}
