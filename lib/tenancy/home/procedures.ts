import { procedure } from '../../doors/procedure';
import { HomeInput, HomeOverview, readHome } from './overview';

export const homeProcedures = {
  overview: procedure(
    {
      name: 'home.overview',
      summary: 'Read what waits for you here and in your other workspaces',
      method: 'GET',
      path: '/home',
      permission: 'signed_in',
      plane: 'tenant',
      input: HomeInput,
      output: HomeOverview,
    },
    readHome,
  ),
};
