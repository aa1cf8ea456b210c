import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeFeature, Feature, FeatureChange, FeatureList, listFeatures } from './features';

export const featuresProcedures = {
  list: procedure(
    {
      name: 'features.list',
      summary: 'List the features of this tenant and why each is on or off',
      method: 'GET',
      path: '/features',
      permission: 'features.manage',
      plane: 'control',
      input: z.strictObject({}),
      output: FeatureList,
    },
    listFeatures,
  ),
  change: procedure(
    {
      name: 'features.change',
      summary: 'Turn a feature on or off',
      method: 'PUT',
      path: '/features/{module}',
      permission: 'features.manage',
      plane: 'control',
      input: FeatureChange,
      output: Feature,
    },
    changeFeature,
  ),
};
