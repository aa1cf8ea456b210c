/** A member as the table shows one. */
export interface MemberRow {
  id: string;
  userId: string;
  name: string;
  email: string;
  state: 'active' | 'suspended' | 'unclaimed';
  joined: string;
  isSelf: boolean;
  /** Mails to them came back. */
  mailBounces: boolean;
  roles: HeldRow[];
  /** What comes with the plan that they signed. */
  planRoles: { id: string; name: string }[];
  teams: { id: string; name: string; isLead: boolean }[];
  /** Roles that they have over a team alone. */
  teamRoles: { id: string; name: string; teamName: string }[];
}

/** A team as filters offer it. */
export interface TeamChoice {
  id: string;
  name: string;
}

/** A role as somebody has it. */
interface HeldRow {
  id: string;
  key: string;
  name: string;
  /** When it ends, to read and for a field; null for one that stays. */
  ends: string | null;
  endsField: string;
}

/** A role as forms offer it. */
export interface RoleChoice {
  id: string;
  key: string;
  name: string;
  grantable: boolean;
  members: number;
}

/** An unanswered invitation as the table shows one. */
export interface InvitationRow {
  id: string;
  email: string;
  name: string | null;
  role: { name: string };
  invitedByName: string | null;
  sent: string;
  expires: string;
  expired: boolean;
}

/** What a row's menu asks for; each opens a dialog of its own. */
export type MemberAct = 'fields' | 'roles' | 'history' | 'state' | 'remind' | 'remove';
