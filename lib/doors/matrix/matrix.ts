import type { World } from '../testing';
import { ask, type Visitor } from './ask';
import { clearSteps, plantedReady } from './plans';
import { plantedKeyCases } from './planted';
import { joinStates, plantPoolJoin } from './pool-joins';
import { Notes, type Report } from './report';
import { sampleOf } from './sample';
import { openSetting, type Setting } from './setting';
import { plantSignIn, signInStates } from './sign-in-state';
import { placeOf, type Subject } from './subject';
import {
  asMember,
  foreignIdCases,
  memberCases,
  moduleOffCase,
  noAddressCase,
  outsiderCases,
  text,
} from './tenant-cases';
import { ownVisitor, zoneCases } from './zone-cases';

/** What must have happened before: a thing is deleted before it is restored. */
const opposites: Record<string, string> = {
  restore: 'delete',
  resume: 'suspend',
  publish: 'save',
  discard: 'save',
  revert: 'cancel',
};

/**
 * Asks every subject as everybody who must be refused and as the one who must not, in a tenant
 * filled through `makers`. A case that could not be exercised is a finding like any other.
 */
export async function runMatrix(
  world: World,
  subjects: Subject[],
  makers: Subject[] = subjects,
): Promise<Report> {
  const setting = await openSetting(world, makers);
  const report: Report = { procedures: subjects.length, cases: 0, findings: [] };
  for (const subject of subjects) {
    const notes = new Notes(subject.meta.name);
    try {
      await casesOf(subject, setting, notes);
    } catch (error) {
      notes.note('input', `was not exercised: ${(error as Error).message}`);
    }
    report.cases += notes.cases;
    report.findings.push(...notes.findings);
    await setting.refresh();
  }
  return report;
}

async function casesOf(subject: Subject, setting: Setting, notes: Notes) {
  await noAddressCase(subject, setting, notes);
  if (placeOf(subject) !== 'tenant') {
    const visitor = ownVisitor(subject, setting);
    await makeReady(subject, setting, { visitor, notes });
    await plantedKeyCases(subject, { setting, visitor }, notes);
    return await zoneCases(subject, setting, notes);
  }
  await makeReady(subject, setting, { notes });
  await outsiderCases(subject, setting, notes);
  await foreignIdCases(subject, setting, notes);
  if (subject.meta.permission !== 'job') {
    await plantedKeyCases(subject, { setting, visitor: setting.b.admin }, notes);
  }
  await memberCases(subject, setting, notes);
  await moduleOffCase(subject, setting, notes);
}

async function makeReady(
  subject: Subject,
  { world, subjects, a, b }: Setting,
  { visitor, notes }: { visitor?: Visitor; notes: Notes },
) {
  const state = signInStates[subject.meta.name];
  if (state) for (const house of [a, b]) await plantSignIn(world, house, state);
  const join = joinStates[subject.meta.name];
  if (join) for (const house of [a, b]) await plantPoolJoin(world, house, join);
  for (const house of [a, b]) await clearSteps(world, house, subject.meta.name);
  const [, area, verb] = /^(.*)\.(\w+)$/.exec(subject.meta.name) ?? [];
  const before = subjects.find(({ meta }) => meta.name === `${area}.${opposites[verb ?? '']}`);
  if (!before || plantedReady.has(subject.meta.name)) return;
  for (const house of [a, b]) {
    const input = sampleOf(before, house);
    const answer = await (visitor ? ask(before, input, visitor) : asMember(before, input, house));
    notes.note('ready', answer.status < 300 ? null : `was not made ready: ${text(answer)}`);
  }
}
