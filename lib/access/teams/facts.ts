import type { RoleFact } from '../rights';

/** A role that holds over one team and those below it. */
export interface RoleOverTeam extends RoleFact {
  teamId: string;
  /** Ids of the users of that team and those below it. */
  people: string[];
}

/** Whom a member's teams bring near, as `control.teams_of` tells it. */
export interface TeamFacts {
  /** Ids of the teams they belong to and of all above those. */
  ids: string[];
  /** Ids of the users of their teams and of those below the ones they lead. */
  people: string[];
  over: RoleOverTeam[];
}
