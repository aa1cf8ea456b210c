import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import { changed, openDigester } from '@/lib/doors/matrix/digest';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { claimKinds } from '../testing/credentials/claim-kinds';
import {
  columnsHolding,
  uncoveredColumns,
  uncoveredCookies,
  uncoveredFields,
  uncoveredLabels,
} from '../testing/credentials/coverage';
import type { Kind, Made } from '../testing/credentials/kind';
import { linkKinds } from '../testing/credentials/link-kinds';
import { passkeyKinds } from '../testing/credentials/passkey-kinds';
import { claimProviders } from '../testing/credentials/providers';
import { claimHandOffs, claimInvitations } from '../testing/credentials/redemptions';
import { sessionKinds } from '../testing/credentials/session-kinds';
import { signInKinds } from '../testing/credentials/sign-in-kinds';
import { signedKinds } from '../testing/credentials/signed-kinds';
import { type CredentialStage, openCredentialStage } from '../testing/credentials/stage';
import type { ProofContext } from '../testing/proof';

export const name = 'credentials';

const kinds = [
  ...[...sessionKinds, ...linkKinds, ...claimKinds],
  ...[...passkeyKinds, ...signInKinds, ...signedKinds],
];

type Handed = [Kind, Made];

/**
 * Every kind of credential, made in one place and shown at every other one and at every door that
 * takes another kind: refused, nothing changes there, and where it belongs it is taken afterwards.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  const stage = await openCredentialStage();
  try {
    const handed = await makeAll(stage);
    await claimReplays(stage, handed, claim);
    await claimPurposes(stage, handed, { size, claim });
    await claimAtHome(stage, handed, claim);
    await claimCoverage(stage, handed, claim);
    await claimHandOffs(stage, { size, claim });
    await claimInvitations(stage, { size, claim });
    await claimProviders(stage, { claim });
  } finally {
    await stage.end();
  }
}

async function makeAll(stage: CredentialStage): Promise<Handed[]> {
  const handed: Handed[] = [];
  for (const kind of kinds) {
    await stage.forgetGuesses();
    const made = await kind.make(stage);
    for (const secret of [made.token, ...(made.besides ?? [])]) stage.secrets.add(secret);
    handed.push([kind, made]);
  }
  await stage.world.database.query(
    `update control.one_time_tokens set expires_at = now() + interval '1 hour'`,
  );
  return handed;
}

async function claimReplays(
  stage: CredentialStage,
  handed: Handed[],
  claim: ProofContext['claim'],
) {
  const digest = await openDigester(stage.world);
  const { sibling, stranger } = stage.tenants;
  const before = [await digest(sibling), await digest(stranger)] as const;
  const wrong: string[] = [];
  let shown = 0;
  for (const [kind, made] of handed) {
    for (const place of stage.places) {
      if (place.name === (kind.for ?? 'home') || kind.alsoAt?.includes(place.name)) continue;
      for (const door of made.doors) {
        await stage.forgetGuesses();
        shown += 1;
        if ((await door.give(place)) !== null)
          wrong.push(`${kind.name} was taken by ${door.name} at ${place.name}`);
      }
    }
  }
  claim({
    name: `credentials taken at another tenant, pool or host (${kinds.length} kinds shown ${shown} times)`,
    figure: wrong.join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && shown > kinds.length * 3,
  });
  const after = [await digest(sibling), await digest(stranger)] as const;
  const differ = before.flatMap((one, at) => changed(one, after[at] ?? one, true));
  claim({
    name: 'tables of other tenants that changed by it',
    figure: differ.join(', ') || 0,
    bound: 'none',
    ok: differ.length === 0,
  });
}

/** Each kind at the doors of the others. */
async function claimPurposes(
  stage: CredentialStage,
  handed: Handed[],
  { size, claim }: Pick<ProofContext, 'size' | 'claim'>,
) {
  const wrong: string[] = [];
  let shown = 0;
  for (const [kind, made] of handed) {
    const place = stage.placeOf(kind.for ?? 'home');
    const others = handed.filter(([other]) => !kind.family || other.family !== kind.family);
    for (const [at, [other, { token }]] of others.entries()) {
      if (other === kind || (kind.costly && size === 'small' && at % 12 > 0)) continue;
      const door = made.doors.at(-1);
      await stage.forgetGuesses();
      shown += 1;
      if ((await patiently(async () => door?.give(place, token))) !== null)
        wrong.push(`${other.name} was taken as ${kind.name} by ${door?.name}`);
    }
  }
  claim({
    name: `credentials taken for another purpose (shown ${shown} times)`,
    figure: wrong.join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && shown > kinds.length * 10,
  });
}

/** Once more after a minute: strangers of a tenant have only so many calls in one. */
async function patiently<T>(give: () => Promise<T>): Promise<T> {
  try {
    return await give();
  } catch (error) {
    if (!isAppError(error) || error.code !== 'limit') throw error;
    await pause(61_000);
    return await give();
  }
}

/** None of all that used one up, and the refusals were not for want of something else. */
async function claimAtHome(stage: CredentialStage, handed: Handed[], claim: ProofContext['claim']) {
  const wrong: string[] = [];
  for (const [kind, made] of handed) {
    for (const door of made.doors) {
      await stage.forgetGuesses();
      const place = stage.placeOf(kind.for ?? 'home');
      if ((await patiently(() => door.give(place))) === null)
        wrong.push(`${kind.name} by ${door.name}`);
    }
  }
  claim({
    name: 'credentials refused where they belong, afterwards',
    figure: wrong.join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0,
  });
}

async function claimCoverage(
  stage: CredentialStage,
  handed: Handed[],
  claim: ProofContext['claim'],
) {
  const tokens = handed
    .filter(([kind]) => !kind.plain)
    .flatMap(([, { token, besides = [] }]) => [token, ...besides])
    .filter((token) => token.length >= 20);
  const { hashed, plain, alike } = await columnsHolding(stage.world, tokens);
  plain.delete('control.mailbox.text');
  plain.delete('control.mailbox.html');
  claim({
    name: 'columns in which a credential stands as it was handed out',
    figure: [...plain.keys()].join(', ') || 0,
    bound: 'none, but for mails that never left a developer’s machine',
    ok: plain.size === 0,
  });
  const all = <T>(of: (kind: Kind) => T[] | undefined) =>
    new Set(kinds.flatMap((kind) => of(kind) ?? []));
  const left = [
    ...(await uncoveredColumns(
      stage.world,
      new Set([...hashed, ...all(({ keptIn }) => keptIn)]),
      alike,
    )),
    ...uncoveredFields(stage.shownTo),
    ...uncoveredCookies(all(({ cookies }) => cookies)),
    ...uncoveredLabels(all(({ signedWith }) => signedWith)),
  ];
  claim({
    name: 'columns, fields, cookies and keys of credentials that no kind stands for',
    figure: left.join('; ') || 0,
    bound: 'none',
    ok: left.length === 0,
  });
}
