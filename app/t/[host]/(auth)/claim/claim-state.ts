/** What was proven so far, as the page shows it. */
export interface ClaimState {
  purpose: 'begin' | 'come_over';
  tenant: string;
  pool: string;
  former: { name: string; email: string } | null;
  new: { name: string | null; email: string } | null;
  takesPassword: boolean;
  takesLink: boolean;
  takesPasskey: boolean;
}
