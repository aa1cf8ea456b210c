import { grantsProcedures } from './grants/procedures';
import { ownershipProcedures } from './ownership/procedures';
import { memberFieldProcedures } from './people/member-field-procedures';
import { peopleProcedures } from './people/procedures';
import { rolesProcedures } from './roles/procedures';
import { teamsProcedures } from './teams/procedures';

export const accessProcedures = {
  people: peopleProcedures,
  memberFields: memberFieldProcedures,
  roles: rolesProcedures,
  teams: teamsProcedures,
  grants: grantsProcedures,
  ownership: ownershipProcedures,
};
