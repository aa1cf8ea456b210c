'use server';

import { action } from '@/lib/doors/action';
import { movesProcedures } from '@/lib/platform/moves/procedures';

export const askMove = action(movesProcedures.ask);
export const wishMove = action(movesProcedures.wish);
export const releaseMove = action(movesProcedures.release);
