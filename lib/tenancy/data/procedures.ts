import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { DataOverview, getDataOverview } from './overview';

export const dataProcedures = {
  overview: procedure(
    {
      name: 'data.overview',
      summary: 'Read where the data of this tenant lives and how much there is',
      method: 'GET',
      path: '/data',
      permission: 'data.read',
      plane: 'tenant',
      rate: 'heavy',
      input: z.strictObject({}),
      output: DataOverview,
    },
    getDataOverview,
  ),
};
