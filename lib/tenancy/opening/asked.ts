import { seal, unseal } from '../../mail/sealing';
import type { FoundingRequest } from '../onboarding/founding-request';
import type { Asker } from './ticket';

export interface Asked {
  request: FoundingRequest;
  asker: Asker;
}

/** An owner's password hash and a colleague's address wait in the database: nobody reads them there. */
export const sealAsked = (asked: Asked): string => seal(JSON.stringify(asked));

/** Throws when it was altered or sealed under another secret. */
export const unsealAsked = (sealed: string): Asked => JSON.parse(unseal(sealed)) as Asked;
