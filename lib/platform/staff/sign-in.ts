import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { secondsFromNow } from '@/db/clock';
import { countAttempt, findStaffByEmail, forgetAttempts } from '@/db/directory';
import { platformAudit, staffSessions } from '@/db/schema/control';
import type { OpenCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { Email, emailKey } from '../../identity/email';
import { checkPassword } from '../../identity/passwords/hashing';
import { hashToken, keyedHash, newToken } from '../../identity/secrets';
import { peerOf } from '../../peer';

const window = { seconds: 15 * 60, perAccount: 10, perAddress: 30 };
const session = { idleSeconds: 2 * 3600, lifeSeconds: 12 * 3600 };

export const StaffCredentials = z.strictObject({
  email: Email,
  password: z.string().min(1, 'Enter your password.').max(200, 'At most 200 characters.'),
});

export const StaffSession = z.strictObject({ token: z.string(), expiresAt: z.coerce.date() });

/**
 * Opens a console session. A wrong password, an unknown and a locked account take the same work and
 * get the same answer. Throws `unauthenticated`, and `limit` after too many guesses.
 */
export async function signInStaff(
  ctx: OpenCtx,
  { email, password }: z.output<typeof StaffCredentials>,
): Promise<z.input<typeof StaffSession>> {
  const accountKey = keyedHash('staff', emailKey(email));
  await countGuess(accountKey, window.perAccount);
  const { address } = ctx.call;
  if (address) await countGuess(keyedHash('staff-address', peerOf(address)), window.perAddress);
  const account = await findStaffByEmail(emailKey(email));
  const genuine = await checkPassword(account?.passwordHash ?? null, password);
  if (!account || !genuine) {
    throw new AppError('unauthenticated', 'The address or the password is wrong.');
  }
  await forgetAttempts(accountKey);
  return await openSession(ctx, account);
}

async function countGuess(key: string, limit: number) {
  const waitSeconds = await countAttempt(key, limit, window.seconds);
  if (waitSeconds === 0) return;
  const minutes = Math.ceil(waitSeconds / 60);
  throw new AppError('limit', `Too many attempts. Try again in ${minutes} min.`, {
    retryAfterSeconds: waitSeconds,
  });
}

async function openSession(ctx: OpenCtx, { id, name }: { id: string; name: string }) {
  const token = newToken();
  const sessionId = uuidv7();
  const expiresAt = await ctx.asStaff(id, 'Signing in to the console', async (db) => {
    const [opened] = await db
      .insert(staffSessions)
      .values({
        id: sessionId,
        staffId: id,
        tokenHash: hashToken(token),
        device: ctx.call.device,
        idleSeconds: session.idleSeconds,
        expiresAt: secondsFromNow(session.lifeSeconds),
      })
      .returning({ expiresAt: staffSessions.expiresAt });
    if (!opened) throw new Error('A session of staff could not be written.');
    await db.insert(platformAudit).values({
      procedure: 'staff.signIn',
      door: ctx.call.door,
      staffId: id,
      staffName: name,
      requestId: ctx.requestId,
      address: ctx.call.address,
      detail: { session: sessionId },
    });
    return opened.expiresAt;
  });
  return { token, expiresAt };
}
