import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { getRules, Preview, previewRules, RulesOf } from './read';
import { saveRules } from './save';
import { Rules } from './shapes';

const common = {
  module: 'collections',
  plane: 'tenant',
  permission: 'collections.manage',
} as const;

export const rulesProcedures = {
  get: procedure(
    {
      ...common,
      name: 'rules.get',
      summary: 'Read who may see and change which records and fields of a collection, by role.',
      method: 'GET',
      path: '/collections/{collectionId}/rules',
      input: z.strictObject({ collectionId: z.uuid() }),
      output: RulesOf,
    },
    getRules,
  ),
  save: procedure(
    {
      ...common,
      name: 'rules.save',
      forPeople: true,
      summary: 'Set who may see and change which records and fields of a collection, by role.',
      method: 'PUT',
      path: '/collections/{collectionId}/rules',
      // Roles are read in the control plane before the rules are written.
      transaction: 'none',
      input: z.strictObject({ collectionId: z.uuid(), rules: Rules, base: Rules.optional() }),
      output: RulesOf,
    },
    saveRules,
  ),
  preview: procedure(
    {
      ...common,
      name: 'rules.preview',
      summary: 'Count what rules would open to each member, without setting them.',
      method: 'POST',
      mode: 'read',
      rate: 'heavy',
      path: '/collections/{collectionId}/rules/preview',
      input: z.strictObject({ collectionId: z.uuid(), rules: Rules }),
      output: Preview,
    },
    previewRules,
  ),
};
