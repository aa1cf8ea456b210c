import { useCluster } from '@/db/testing/cluster';
import { log } from '@/lib/log';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';
import { openSeatStage, type SeatStage } from '../testing/seat-stage';

export const name = 'seats';

const sizes = {
  small: { parallel: 16, rounds: 6, atOnce: 6 },
  full: { parallel: 200, rounds: 60, atOnce: 12 },
};
const firstSeed = 20_261_122;

/**
 * Many who want the last seat at once, by invitation and by e-mail domain; then people who come and
 * go at the same time while the limit moves, beside a plain count.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  const stage = await openSeatStage();
  try {
    await claimLastSeat(stage, sizes[size], claim);
    await claimComingAndGoing(stage, sizes[size], claim);
  } finally {
    await stage.end();
  }
}

type Size = (typeof sizes)['small'];

async function claimLastSeat(stage: SeatStage, { parallel }: Size, claim: ProofContext['claim']) {
  await stage.begin();
  await stage.limit(2);
  const invited = await stage.ways(parallel / 2, 'invitation');
  const byDomain = await stage.ways(parallel / 2, 'domain');
  const tries = await Promise.allSettled([...invited, ...byDomain].map((come) => come()));
  const joined = tries.filter(({ status }) => status === 'fulfilled').length;
  const { members, counted, accounts } = await stage.count();
  claim({
    name: `members from ${parallel} who come at once with one seat left, by invitation and by domain`,
    figure: `${joined} let in, ${members - 1} more members, ${accounts - 1} more accounts, ${counted} counted`,
    bound: '1 let in, 1 member, 1 account, 2 counted',
    ok: joined === 1 && members === 2 && accounts === 2 && counted === 2,
  });
  const strays = tries.filter((one) => one.status === 'rejected' && one.reason.code !== 'limit');
  claim({
    name: 'others who were told something else than that every seat is taken',
    figure: strays.length,
    bound: '0',
    ok: strays.length === 0,
  });
  await stage.limit(parallel + 1);
  const again = await Promise.allSettled(
    [...invited, ...byDomain]
      .filter((_, at) => tries[at]?.status === 'rejected')
      .map((come) => come()),
  );
  const kept = again.filter(({ status }) => status === 'fulfilled').length;
  claim({
    name: 'of them, let in by the same link once there are seats',
    figure: `${kept} of ${again.length}, ${(await stage.count()).counted} counted`,
    bound: `all, ${parallel + 1} counted`,
    ok: kept === parallel - 1 && (await stage.count()).counted === parallel + 1,
  });
}

async function claimComingAndGoing(
  stage: SeatStage,
  { rounds, atOnce }: Size,
  claim: ProofContext['claim'],
) {
  const random = seeded(firstSeed);
  const wrong: string[] = [];
  const tally = { came: 0, left: 0, refused: 0 };
  for (let round = 0; round < rounds; round++) {
    // Strangers have only so many calls a minute at one tenant.
    if (round % 15 === 0) await stage.begin();
    const before = (await stage.count()).members;
    const limit = Math.max(1, before + pick(random, [-2, 0, 1, 2, 4]));
    await stage.limit(limit);
    const ways = await stage.ways(atOnce, pick(random, ['invitation', 'domain']));
    const leaving = await stage.leavers(Math.floor(random() * 3));
    const [came, left] = await Promise.all([
      Promise.allSettled(ways.map((come) => come())),
      Promise.allSettled(leaving.map((go) => go())),
    ]);
    const [ins, outs] = [came, left].map(
      (tries) => tries.filter(({ status }) => status === 'fulfilled').length,
    ) as [number, number];
    const free = Math.max(0, limit - before);
    const { members, counted } = await stage.count();
    const at = `round ${round}: ${before} of ${limit}, ${ins} came, ${outs} left`;
    if (members !== counted) wrong.push(`${at}, ${members} are there, ${counted} counted`);
    if (members !== before + ins - outs) wrong.push(`${at}, ${members} are there`);
    if (ins > free + outs) wrong.push(`${at}: more than seats`);
    if (ins < Math.min(atOnce, Math.max(0, free))) wrong.push(`${at}: seats stayed free`);
    if (outs < leaving.length) wrong.push(`${at}: somebody could not leave`);
    tally.came += ins;
    tally.left += outs;
    tally.refused += atOnce - ins;
  }
  claim({
    name: `rounds in which members and seats differed, or more came than there was room for (${rounds} rounds, ${tally.came} came, ${tally.left} left, ${tally.refused} refused)`,
    figure: wrong.slice(0, 8).join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && tally.came > 0 && tally.left > 0 && tally.refused > 0,
  });
}
