import { fieldTypeList, ruleOf } from '../../fields/types';
import { FieldIcon } from '../grid/field-icon';

/** Every type of field, to choose from. */
export const typeOptions = fieldTypeList.map((type) => ({
  value: type,
  label: ruleOf(type).name,
  description: ruleOf(type).help,
  icon: <FieldIcon type={type} />,
}));
