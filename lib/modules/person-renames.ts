/** Jobs that give what names one person to another, when somebody comes over. */
export const personRenames = [
  'collections.bringOver',
  'tasks.bringOver',
  'memberFields.bringOver',
] as const;
