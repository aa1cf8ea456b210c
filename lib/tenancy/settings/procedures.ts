import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeGeneral, GeneralFacts, GeneralSettings, getGeneral } from './general';

export const settingsProcedures = {
  get: procedure(
    {
      name: 'settings.get',
      summary: 'Read the name, language and time zone of this tenant',
      method: 'GET',
      path: '/settings',
      permission: 'branding.manage',
      plane: 'control',
      input: z.strictObject({}),
      output: GeneralFacts,
    },
    getGeneral,
  ),
  change: procedure(
    {
      name: 'settings.change',
      summary: 'Change the name, language and time zone of this tenant',
      method: 'PUT',
      path: '/settings',
      permission: 'branding.manage',
      plane: 'control',
      input: GeneralSettings,
      output: GeneralSettings,
    },
    changeGeneral,
  ),
};
