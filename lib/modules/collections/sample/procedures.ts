import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { fillWithSamples } from './fill';

export const sample = procedure(
  {
    name: 'collections.sample',
    summary: 'Fills a new tenant with collections to try',
    method: 'POST',
    path: null,
    permission: 'job',
    plane: 'tenant',
    module: 'collections',
    input: z.strictObject({}),
    output: z.void(),
  },
  fillWithSamples,
);
