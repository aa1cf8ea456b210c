/** Who somebody was here, and who they are from now on. */
export interface Renaming {
  formerUserId: string;
  newUserId: string;
}

/** A record that names somebody. */
export interface Named {
  id: string;
  data: Record<string, unknown>;
  deletedAt: Date | null;
}
