/** What a plain model knows of one person's way in. Everything else about sign-in it leaves out. */
export interface Person {
  email: string;
  userId: string;
  /** The authenticator that counts, if there is one. */
  secret: string | null;
  /** The last interval whose code was taken. */
  lastInterval: number;
  recoveryCodes: Set<string>;
  /** The authenticator that was begun and never confirmed. */
  begun: string | null;
}

/** A sign-in that somebody began: by whom and where, and whether it can still go on. */
export interface FlowModel {
  token: string;
  person: Person;
  place: number;
  open: boolean;
}

/** Whether a person needs a second proof at a place, whose rule is given. */
export const owesSecond = ({ secret }: Person, demands: boolean) => secret !== null || demands;

/** Whether a code finishes this flow there, by what the model knows. */
export function codeFinishes(
  flow: FlowModel | undefined,
  place: number,
  given: { secret: string | null; interval: number; recovery: string | null },
): boolean {
  if (!flow?.open || flow.place !== place || flow.person.secret === null) return false;
  const { person } = flow;
  if (given.recovery !== null) return person.recoveryCodes.has(given.recovery);
  return given.secret === person.secret && given.interval > person.lastInterval;
}

/** Whether a first code of what was begun finishes this flow there. */
export function setUpFinishes(
  flow: FlowModel | undefined,
  place: number,
  given: { demands: boolean; secret: string | null },
): boolean {
  if (!flow?.open || flow.place !== place || flow.person.secret !== null) return false;
  return given.demands && given.secret !== null && given.secret === flow.person.begun;
}
