/** A role that may be given, and what of it a client may do. */
export interface RoleOffer {
  id: string;
  name: string;
  scopes: { id: string; title: string }[];
}
