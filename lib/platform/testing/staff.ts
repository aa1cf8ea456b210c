import { insertStaff } from '@/db/installation';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import type { World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { staffCookie } from '@/lib/identity/cookies';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { staffProcedures as staff } from '../staff/procedures';

const host = 'console.rowhouse.localhost';
const email = 'rowan@rowhouse.example';
const password = 'a long enough password';

/** A call on the console's host, by nobody unless a cookie says otherwise. */
export const consoleCall = (cookie?: string): DoorCall =>
  webCall('rest', new Headers({ host, ...(cookie && { cookie }) }), '10.0.0.1');

/** Lets one member of staff into a world; answers fresh calls of theirs, signed in as by the form. */
export async function openStaff({ database }: World): Promise<() => DoorCall> {
  await insertStaff(database.adminUrl, {
    email,
    name: 'Rowan',
    passwordHash: await hashPassword(password),
    tokenHash: hashToken(newToken()),
  });
  const { token } = await invoke(staff.signIn, { email, password }, consoleCall());
  return () => consoleCall(`${staffCookie()}=${token}`);
}
