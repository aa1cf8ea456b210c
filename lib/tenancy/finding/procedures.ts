import { procedure } from '../../doors/procedure';
import { FindInput, FoundThings, findThings } from './find';

export const findingProcedures = {
  find: procedure(
    {
      name: 'things.find',
      summary: 'Find things of every module by words',
      method: 'GET',
      path: '/things',
      permission: 'signed_in',
      plane: 'tenant',
      input: FindInput,
      output: FoundThings,
    },
    findThings,
  ),
};
