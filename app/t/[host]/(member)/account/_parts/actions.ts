'use server';

import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { action } from '@/lib/doors/action';

export const fillOwnFields = action(memberFieldProcedures.fillMine);
