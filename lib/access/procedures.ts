import { ownershipProcedures } from './ownership/procedures';
import { peopleProcedures } from './people/procedures';
import { rolesProcedures } from './roles/procedures';

export const accessProcedures = {
  people: peopleProcedures,
  roles: rolesProcedures,
  ownership: ownershipProcedures,
};
