import { brandingProcedures } from './brand-settings/procedures';
import { dataProcedures } from './data/procedures';
import { featuresProcedures } from './features/procedures';
import { settingsProcedures } from './settings/procedures';

export const tenancyProcedures = {
  branding: brandingProcedures,
  data: dataProcedures,
  features: featuresProcedures,
  settings: settingsProcedures,
};
