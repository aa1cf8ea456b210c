import { z } from 'zod';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, isAppError, notFound } from '../../errors';
import { Email, emailKey } from '../../identity/email';
import { inviteMember, revokeInvitation } from '../../identity/invitations';
import { PersonName } from '../../identity/shapes';
import { sentenceIn } from '../../language/refusal';
import { findPendingInvitation } from './invitations';

export const Invite = z.strictObject({
  people: z
    .array(
      z.strictObject({
        email: z.string().max(320),
        roleId: z.uuid(),
        /** What to call them until they choose a name themselves. */
        name: z.string().max(200).optional(),
      }),
    )
    .min(1, 'Enter at least one address.')
    .max(200, 'At most 200 addresses at a time.'),
});

/** What became of one address: invited, or why not. The others are not held up by it. */
const InviteResult = z.strictObject({
  email: z.string(),
  invitationId: z.uuid().nullable(),
  error: z.string().nullable(),
});
type InviteResult = z.output<typeof InviteResult>;

export const InviteResults = z.strictObject({ results: z.array(InviteResult) });

export const InvitationId = z.strictObject({ id: z.uuid() });

/** Invites addresses one by one, each with its own outcome; mails leave once all are written. */
export async function invite(
  ctx: ControlCtx,
  { people }: z.output<typeof Invite>,
): Promise<z.output<typeof InviteResults>> {
  const seen = new Set<string>();
  const results: InviteResult[] = [];
  for (const row of people) results.push(await outcomeOf(ctx, row, seen));
  const invited = results.filter((result) => result.invitationId);
  ctx.about('invitation', invited[0]?.invitationId ?? null, {
    invited: invited.length,
    refused: results.length - invited.length,
    ids: invited.map((result) => result.invitationId),
  });
  const language = (await ctx.call.language?.()) ?? 'en';
  return {
    results: results.map(({ error, ...row }) => ({
      ...row,
      error: error && sentenceIn(language, error),
    })),
  };
}

/** Sends an invitation again with a new link; the old link stops working. Throws `not_found`. */
export async function resend(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.output<typeof InvitationId>> {
  const pending = await findPendingInvitation(ctx.db, id);
  await revokeInvitation(ctx.db, id);
  const { invitation } = await inviteMember(ctx, pending);
  ctx.about('invitation', invitation.id, { inPlaceOf: id });
  return { id: invitation.id };
}

/** Takes an invitation back; its link stops working. Throws `not_found`. */
export async function revoke(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.output<typeof InvitationId>> {
  if (!(await revokeInvitation(ctx.db, id))) throw notFound('This invitation');
  ctx.about('invitation', id);
  return { id };
}

type Row = z.output<typeof Invite>['people'][number];

async function outcomeOf(ctx: ControlCtx, row: Row, seen: Set<string>): Promise<InviteResult> {
  const email = row.email.trim();
  try {
    const { invitation } = await inviteRow(ctx, row, seen);
    return { email, invitationId: invitation.id, error: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { email, invitationId: null, error: error.message };
  }
}

async function inviteRow(ctx: ControlCtx, { email: typed, roleId, name }: Row, seen: Set<string>) {
  const email = read(Email, 'email', typed);
  const key = emailKey(email);
  if (seen.has(key)) throw new AppError('conflict', 'This address is listed twice.');
  seen.add(key);
  const called = name?.trim() ? read(PersonName, 'name', name) : null;
  return await ctx.db.transaction((db) =>
    inviteMember({ ...ctx, db }, { email, roleId, name: called }),
  );
}

/** Of one row of many: the others go on when it is refused. */
function read(schema: z.ZodType<string>, field: string, typed: string): string {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw invalid(field, parsed.error.issues[0]?.message ?? 'This is no valid value.');
}
