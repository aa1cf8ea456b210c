import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeFlagRules, killFlag, overrideFlag, reviveFlag } from './change';
import { getFlag, listAllFlags, listFlagsOfTenant } from './read';
import {
  FlagAct,
  FlagDetail,
  FlagName,
  FlagOverridden,
  FlagOverride,
  FlagRevision,
  FlagRows,
  FlagRulesWish,
  FlagState,
  FlagsOfTenant,
  OfTenant,
} from './shapes';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const platformFlagsProcedures = {
  list: procedure(
    {
      name: 'platform.flags.list',
      summary: 'List the flags of the product',
      method: 'GET',
      path: '/platform-flags',
      ...byStaff,
      reason: 'Looking through the flags',
      input: z.strictObject({}),
      output: FlagRows,
    },
    listAllFlags,
  ),
  get: procedure(
    {
      name: 'platform.flags.get',
      summary: 'Read what is said of a flag, and for how many tenants it is what',
      method: 'GET',
      path: '/platform-flags/{flag}',
      ...byStaff,
      reason: 'Looking at one flag',
      input: FlagName,
      output: FlagDetail,
    },
    getFlag,
  ),
  kill: procedure(
    {
      name: 'platform.flags.kill',
      summary: 'Switch a flag off for everybody',
      method: 'POST',
      path: '/platform-flags/{flag}/kill',
      ...byStaff,
      input: FlagAct,
      output: FlagState,
    },
    killFlag,
  ),
  revive: procedure(
    {
      name: 'platform.flags.revive',
      summary: 'Take the kill switch of a flag back',
      method: 'POST',
      path: '/platform-flags/{flag}/revive',
      ...byStaff,
      input: FlagAct,
      output: FlagState,
    },
    reviveFlag,
  ),
  change: procedure(
    {
      name: 'platform.flags.change',
      summary: 'Say what a flag is by role, by channel and for a share of all',
      method: 'PUT',
      path: '/platform-flags/{flag}',
      ...byStaff,
      input: FlagRulesWish,
      output: FlagRevision,
    },
    changeFlagRules,
  ),
  ofTenant: procedure(
    {
      name: 'platform.flags.ofTenant',
      summary: 'List the flags of one tenant and why each is as it is',
      method: 'GET',
      path: '/tenants/{id}/flags',
      ...byStaff,
      reason: 'Looking at the flags of one tenant',
      input: OfTenant,
      output: FlagsOfTenant,
    },
    listFlagsOfTenant,
  ),
  override: procedure(
    {
      name: 'platform.flags.override',
      summary: 'Say what a flag is for one tenant',
      method: 'PUT',
      path: '/tenants/{id}/flags/{flag}',
      ...byStaff,
      input: FlagOverride,
      output: FlagOverridden,
    },
    overrideFlag,
  ),
};
