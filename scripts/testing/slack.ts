import type { ProofContext } from './proof';

/** How much longer than at full size an answer may take in a small run, beside which others work. */
export const slackOf = (size: ProofContext['size']): number => (size === 'full' ? 1 : 2.5);
