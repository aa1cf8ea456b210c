import { type SeedTask, seedAnswers, seedObjections, seedPraise, seedTasks } from '@/db/seed/tasks';
import type { SeedTenant } from '@/db/seed/world';
import type { Crew } from './made';
import { paper } from './paper';
import type { SeededMember } from './people';

/** People of one task besides those whom the demo world names. */
const group = 12;
const dayMs = 86_400_000;

/** Gives a demo tenant's people tasks, and lets them hand in and be reviewed as a term goes. */
export async function addTasks(crew: Crew, tenant: SeedTenant): Promise<void> {
  const pupils = crew.members.filter(({ role }) => role === 'basic');
  const named = pupils.filter(({ email }) => email in tenant.members);
  const others = pupils.filter(({ email }) => !(email in tenant.members));
  const giver = crew.members.find(({ role }) => role === 'advanced') ?? crew.members[0];
  if (!giver) return;
  for (const [at, seed] of (seedTasks[tenant.slug] ?? []).entries()) {
    const from = others.length > group ? (at * 5) % (others.length - group) : 0;
    await addTask(crew, giver, {
      seed,
      at,
      pupils: [...named, ...others.slice(from, from + group)],
    });
  }
}

interface Giving {
  seed: SeedTask;
  at: number;
  pupils: readonly SeededMember[];
}

async function addTask(crew: Crew, giver: SeededMember, { seed, at, pupils }: Giving) {
  const { title, instructions, due, takes } = seed;
  const dueAt = due === null ? null : atMidnight(due);
  const reviewed = takes !== 'nothing';
  const { id: taskId } = await crew.as(giver)<{ id: string }>('tasks.create', {
    ...{ title, instructions, dueAt, reviewed },
    takesText: takes === 'text' || takes === 'both',
    takesFiles: takes === 'files' || takes === 'both',
    targets: pupils.map(({ id: userId }) => ({ kind: 'person', userId })),
  });
  // What was due long ago is nearly done; of what is to come little is there.
  const share = due === null || due > 7 ? 0.15 : due > 0 ? 0.4 : 0.75;
  for (const [place, pupil] of pupils.entries()) {
    const turn = (place * 7 + at * 3) % 20;
    if (turn >= share * 20) continue;
    await handIn(crew, pupil, { taskId, seed, turn, after: 0 });
    if (reviewed && turn % 4 !== 0) await review(crew, giver, { taskId, pupil, turn, seed });
  }
}

/** The end of the day so many days from now, in Seoul. */
const atMidnight = (days: number) =>
  new Date(Math.floor(Date.now() / dayMs) * dayMs + days * dayMs + 14.99 * 3_600_000).toISOString();

interface Deed {
  taskId: string;
  seed: SeedTask;
  turn: number;
  after: number;
}

async function handIn(crew: Crew, pupil: SeededMember, { taskId, seed, turn, after }: Deed) {
  const run = crew.as(pupil);
  const { takes, title } = seed;
  const body =
    takes === 'text' || takes === 'both' ? seedAnswers[turn % seedAnswers.length] : undefined;
  const fileIds: string[] = [];
  if (takes === 'files' || takes === 'both') {
    const file = new File([paper(title, [pupil.name])], 'sheet.pdf');
    fileIds.push((await run<{ id: string }>('tasks.upload', { taskId, file })).id);
  }
  await run('tasks.handIn', { taskId, after, ...(body && { body }), fileIds });
}

interface Reviewing {
  taskId: string;
  pupil: SeededMember;
  seed: SeedTask;
  turn: number;
}

async function review(crew: Crew, giver: SeededMember, { taskId, pupil, seed, turn }: Reviewing) {
  const run = crew.as(giver);
  const which = { taskId, userId: pupil.id };
  if (turn % 3 !== 0) {
    const feedback = seedPraise[turn % seedPraise.length];
    return await run('tasks.accept', { ...which, attempt: 1, feedback });
  }
  const feedback = seedObjections[turn % seedObjections.length];
  await run('tasks.return', { ...which, attempt: 1, feedback });
  if (turn % 2 !== 0) return;
  await handIn(crew, pupil, { taskId, seed, turn: turn + 1, after: 1 });
  await run('tasks.accept', { ...which, attempt: 2, feedback: seedPraise[3] });
}
