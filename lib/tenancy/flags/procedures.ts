import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import {
  ChannelChoice,
  chooseChannel,
  chooseFlag,
  FlagChoice,
  listFlags,
  TenantFlags,
} from './verbs';

const byAdmins = { permission: 'features.manage', plane: 'control' } as const;

export const flagsProcedures = {
  list: procedure(
    {
      name: 'flags.list',
      summary: 'List the flags of this tenant and why each is as it is',
      method: 'GET',
      path: '/flags',
      ...byAdmins,
      input: z.strictObject({}),
      output: TenantFlags,
    },
    listFlags,
  ),
  choose: procedure(
    {
      name: 'flags.choose',
      summary: 'Choose what a flag is for this tenant',
      method: 'PUT',
      path: '/flags/{flag}',
      ...byAdmins,
      input: FlagChoice,
      output: FlagChoice,
    },
    chooseFlag,
  ),
  chooseChannel: procedure(
    {
      name: 'flags.chooseChannel',
      summary: 'Choose how early this tenant gets what is new',
      method: 'PUT',
      path: '/release-channel',
      ...byAdmins,
      input: ChannelChoice,
      output: ChannelChoice,
    },
    chooseChannel,
  ),
};
