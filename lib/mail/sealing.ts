import { sealer } from '../sealing';

/** For mails in the queue, since their links carry credentials. */
export const { seal, unseal } = sealer('mail');
