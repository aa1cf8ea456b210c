/** A member as the table shows one. */
export interface MemberRow {
  id: string;
  userId: string;
  name: string;
  email: string;
  state: 'active' | 'suspended';
  joined: string;
  isSelf: boolean;
  roles: { id: string; key: string; name: string }[];
}

/** A role as forms offer it. */
export interface RoleChoice {
  id: string;
  key: string;
  name: string;
  grantable: boolean;
  members: number;
}
