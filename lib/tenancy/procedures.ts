import { brandingProcedures } from './brand-settings/procedures';
import { featuresProcedures } from './features/procedures';
import { settingsProcedures } from './settings/procedures';

export const tenancyProcedures = {
  branding: brandingProcedures,
  features: featuresProcedures,
  settings: settingsProcedures,
};
