import { z } from 'zod';
import { defineConfig } from '@/lib/tenancy/configuration/define';

/** Largest attachment that the product takes, MB. */
export const mostMegabytes = 10;

/** What a tenant may say about its collections. */
export const collectionsSettings = defineConfig({
  name: 'collections',
  version: 1,
  schema: z.strictObject({
    maxMegabytes: z
      .number('Enter a whole number.')
      .int('Enter a whole number.')
      .min(1, 'At least 1.')
      .max(mostMegabytes, `At most ${mostMegabytes}.`)
      .meta({
        title: 'Largest file in megabytes',
        description: 'For files in records and in answers to forms. A field may allow less.',
      }),
  }),
  migrations: {},
  default: { maxMegabytes: mostMegabytes },
});
