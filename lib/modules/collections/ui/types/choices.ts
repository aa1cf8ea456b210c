import type { TypeUi } from './type-ui';

type Choices = NonNullable<TypeUi['choices']>;

/** The options of a field, in their colours. */
export const optionChoices: Choices = ({ options }) =>
  (options.choices ?? []).map(({ id, name, color }) => ({
    value: id ?? name,
    label: name,
    ...(color && { tone: color }),
  }));

export const peopleChoices: Choices = (_field, people) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

export const yesNoChoices: Choices = () => [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];
