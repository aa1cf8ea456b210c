import { collectionErrors } from './collections';
import { coreErrors } from './core';
import { customFieldErrors } from './custom-fields';
import { flagErrors } from './flags';
import { formErrors } from './forms';
import { grantErrors } from './grants';
import { passwordErrors } from './passwords';
import { planErrors } from './plans';
import { ruleErrors } from './rules';
import { schemaErrors } from './schema';
import { taskErrors } from './tasks';
import { teamErrors } from './teams';
import { valueErrors } from './values';
import { webhookErrors } from './webhooks';
import { workspaceErrors } from './workspace';

/** Everything a door may refuse with, as patterns of the English words. */
export const errors: Readonly<Record<string, string>> = {
  ...coreErrors,
  ...passwordErrors,
  ...workspaceErrors,
  ...collectionErrors,
  ...ruleErrors,
  ...formErrors,
  ...taskErrors,
  ...flagErrors,
  ...planErrors,
  ...teamErrors,
  ...customFieldErrors,
  ...grantErrors,
  ...valueErrors,
  ...schemaErrors,
  ...webhookErrors,
};
