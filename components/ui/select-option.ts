import type { ReactNode } from 'react';

/** One choice of a select or combobox. */
export type SelectOption = {
  value: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  disabled?: boolean;
};
