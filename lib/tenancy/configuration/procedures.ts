import { procedure } from '../../doors/procedure';
import {
  ConfigDocument,
  ConfigHistory,
  ConfigName,
  ConfigReturn,
  ConfigWish,
  changeNamedConfig,
  getConfig,
  listRevisions,
  revertConfig,
} from './verbs';

const byAdmins = { permission: 'features.manage', plane: 'tenant' } as const;

export const configurationProcedures = {
  get: procedure(
    {
      name: 'configuration.get',
      summary: 'Read the settings of a module',
      method: 'GET',
      path: '/configuration/{name}',
      ...byAdmins,
      input: ConfigName,
      output: ConfigDocument,
    },
    getConfig,
  ),
  change: procedure(
    {
      name: 'configuration.change',
      summary: 'Change the settings of a module',
      method: 'PUT',
      path: '/configuration/{name}',
      ...byAdmins,
      input: ConfigWish,
      output: ConfigDocument,
    },
    changeNamedConfig,
  ),
  revert: procedure(
    {
      name: 'configuration.revert',
      summary: 'Take earlier settings of a module up again',
      method: 'POST',
      path: '/configuration/{name}/revert',
      ...byAdmins,
      input: ConfigReturn,
      output: ConfigDocument,
    },
    revertConfig,
  ),
  history: procedure(
    {
      name: 'configuration.history',
      summary: 'List who changed the settings of a module, and how',
      method: 'GET',
      path: '/configuration/{name}/history',
      ...byAdmins,
      input: ConfigName,
      output: ConfigHistory,
    },
    listRevisions,
  ),
};
