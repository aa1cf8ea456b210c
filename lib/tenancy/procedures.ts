import {
  backupsProcedures,
  fullExportsProcedures,
  momentsProcedures,
  operationsProcedures,
} from './backups/procedures';
import { brandingProcedures } from './brand-settings/procedures';
import { configurationProcedures } from './configuration/procedures';
import { dataProcedures } from './data/procedures';
import { deletionProcedures } from './deletion/procedures';
import { domainProcedures } from './domains/procedures';
import { featuresProcedures } from './features/procedures';
import { findingProcedures } from './finding/procedures';
import { flagsProcedures } from './flags/procedures';
import { settingsProcedures } from './settings/procedures';
import { tierProcedures } from './tier/procedures';

export const tenancyProcedures = {
  backups: backupsProcedures,
  fullExports: fullExportsProcedures,
  moments: momentsProcedures,
  operations: operationsProcedures,
  branding: brandingProcedures,
  configuration: configurationProcedures,
  data: dataProcedures,
  deletion: deletionProcedures,
  domains: domainProcedures,
  features: featuresProcedures,
  flags: flagsProcedures,
  settings: settingsProcedures,
  things: findingProcedures,
  tier: tierProcedures,
};
