/** A team as its page's parts name it. */
export interface TeamRef {
  id: string;
  name: string;
}

/** Somebody of a team as its table shows them. */
export interface TeamMemberRow {
  userId: string;
  name: string;
  email: string;
  isLead: boolean;
}

/** Somebody's role over a team. */
export interface RoleOverRow {
  userId: string;
  name: string;
  role: { id: string; name: string };
  /** When it ends, to read; null for one that stays. */
  ends: string | null;
}
