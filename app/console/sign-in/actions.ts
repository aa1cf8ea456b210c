'use server';

import { cookies } from 'next/headers';
import { type ActionResult, action } from '@/lib/doors/action';
import { cleared, cookieAttributes, staffCookie } from '@/lib/identity/cookies';
import { staffProcedures } from '@/lib/platform/staff/procedures';

const signIn = action(staffProcedures.signIn);
const signOut = action(staffProcedures.signOut);

/** Signs this browser in to the console. The token goes into its cookie and nowhere else. */
export async function enterConsole(input: {
  email: string;
  password: string;
}): Promise<ActionResult<null>> {
  const answer = await signIn(input);
  if (!answer.ok) return answer;
  const { token, expiresAt } = answer.data;
  (await cookies()).set(staffCookie(), token, {
    ...cookieAttributes(),
    sameSite: 'strict',
    expires: expiresAt,
  });
  return { ok: true, data: null };
}

/** Ends the session and takes the cookie away, also when the session had ended by itself. */
export async function leaveConsole(): Promise<void> {
  await signOut({});
  (await cookies()).delete(cleared(staffCookie()));
}
