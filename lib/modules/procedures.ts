import { collectionsProcedures } from './collections/procedures';
import { tasksProcedures } from './tasks/procedures';

/** What the modules can do; a module's line here stands beside its line in the registry. */
export const moduleProcedures = { ...collectionsProcedures, ...tasksProcedures };
