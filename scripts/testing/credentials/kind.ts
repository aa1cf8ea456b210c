import type { CredentialStage, Place, PlaceName } from './stage';

/** A way to present a credential. Answers what came of it, null when it was refused. */
export interface Door {
  name: string;
  /** With `instead`, shows that in its place. */
  give(place: Place, instead?: string): Promise<unknown>;
}

/** One credential as it was handed out. */
export interface Made {
  /** What its holder presents; looked for in every table. */
  token: string;
  /** Further secrets that came with it. */
  besides?: string[];
  /** Doors that take it; the last one uses it up where anything does. */
  doors: Door[];
}

/** A kind of credential that the product knows. */
export interface Kind {
  name: string;
  /** Where it was made for; `home` unless said otherwise. */
  for?: PlaceName;
  /** Where else it is good on purpose. */
  alsoAt?: PlaceName[];
  /** Kinds that are presented at one door, which takes each of them. */
  family?: string;
  /** Columns that keep it otherwise than as the hash of what is presented. */
  keptIn?: string[];
  /** It is an address that anybody may know, and is kept as it is. */
  plain?: boolean;
  /** Every try costs the hash of a password. */
  costly?: boolean;
  /** Exports of `lib/identity/cookies.ts` that name the cookie it travels in. */
  cookies?: string[];
  /** Labels of the keys that it is signed with. */
  signedWith?: string[];
  make(stage: CredentialStage): Promise<Made>;
}

/** Good in the whole tenant, on whichever host of it. */
export const anyHost: PlaceName[] = ['home, other host', 'home, API host'];

/** Good in the pool, where the person belongs to. */
export const anyOfPool: PlaceName[] = [...anyHost, 'sibling', 'sibling, API host'];
