import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { signedInPerson } from '../person-only';
import { Nothing } from '../shapes';
import { addPasskey } from './add';
import { beginPasskey } from './begin-add';
import { partyAt } from './party';
import { listPasskeys } from './passkey';
import { removePasskey, renamePasskey } from './remove';
import { Attestation, CreationOptions, PasskeyName } from './shapes';

const own = { permission: 'signed_in', plane: 'pool' } as const;
const write = { ...own, method: 'POST', wholeAccount: true } as const;
const dangerous = { ...write, fresh: true, transaction: 'none' } as const;
const One = z.strictObject({ passkeyId: z.uuid() });

const Passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Where it works, and nowhere else. */
  host: z.string(),
  here: z.boolean(),
  /** Kept by its maker on several devices. */
  synced: z.boolean(),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  /** When it was shut because somebody may have a copy; null for one that works. */
  suspectedAt: z.coerce.date().nullable(),
});

export const passkeyProcedures = {
  passkeys: {
    list: procedure(
      {
        ...own,
        name: 'passkeys.list',
        summary: 'Lists the passkeys of the account and on which host each one works',
        method: 'GET',
        path: '/account/passkeys',
        wholeAccount: true,
        input: Nothing,
        output: z.object({
          passkeys: z.array(Passkey),
          /** Whether one can be added on the host that was asked. */
          works: z.boolean(),
        }),
      },
      async (ctx) => {
        const party = partyAt(ctx);
        const held = await listPasskeys(ctx.db, signedInPerson(ctx).user.id);
        const passkeys = held.map((one) => ({ ...one, here: one.host === party?.host }));
        return { passkeys, works: party !== null };
      },
    ),
    begin: procedure(
      {
        ...dangerous,
        name: 'passkeys.begin',
        summary: 'Begins to add a passkey',
        path: null,
        input: Nothing,
        output: CreationOptions,
      },
      async (ctx) => await beginPasskey(ctx),
    ),
    add: procedure(
      {
        ...dangerous,
        name: 'passkeys.add',
        secretAnswer: true,
        summary:
          'Adds the passkey that a device has made; recovery codes come with the first factor',
        path: null,
        rate: 'guess',
        input: z.strictObject({ name: PasskeyName, attestation: Attestation }),
        output: z.object({ id: z.uuid(), recoveryCodes: z.array(z.string()) }),
      },
      addPasskey,
    ),
    rename: procedure(
      {
        ...write,
        fresh: true,
        name: 'passkeys.rename',
        summary: 'Gives a passkey another name',
        method: 'PATCH',
        path: '/account/passkeys/{passkeyId}',
        input: One.extend({ name: PasskeyName }),
        output: Nothing,
      },
      async (ctx, input) => {
        await renamePasskey(ctx, input);
        return {};
      },
    ),
    remove: procedure(
      {
        ...dangerous,
        name: 'passkeys.remove',
        summary: 'Takes a passkey away',
        method: 'DELETE',
        path: '/account/passkeys/{passkeyId}',
        input: One,
        output: Nothing,
      },
      async (ctx, { passkeyId }) => {
        await removePasskey(ctx, passkeyId);
        return {};
      },
    ),
  },
};
