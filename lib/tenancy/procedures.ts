import {
  backupsProcedures,
  fullExportsProcedures,
  operationsProcedures,
} from './backups/procedures';
import { brandingProcedures } from './brand-settings/procedures';
import { dataProcedures } from './data/procedures';
import { featuresProcedures } from './features/procedures';
import { settingsProcedures } from './settings/procedures';

export const tenancyProcedures = {
  backups: backupsProcedures,
  fullExports: fullExportsProcedures,
  operations: operationsProcedures,
  branding: brandingProcedures,
  data: dataProcedures,
  features: featuresProcedures,
  settings: settingsProcedures,
};
