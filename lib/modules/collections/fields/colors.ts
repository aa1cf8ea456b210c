/** Colours of the options of a select field. */
export const choiceColors = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;

export type ChoiceColor = (typeof choiceColors)[number];
