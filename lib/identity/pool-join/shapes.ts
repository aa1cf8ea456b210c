import { z } from 'zod';

/** A claim that has begun: its token is nowhere else. */
export const ClaimBegun = z.object({ claim: z.string(), expiresAt: z.coerce.date() });
