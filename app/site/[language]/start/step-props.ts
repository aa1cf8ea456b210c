import type { Draft } from './draft';
import type { FieldErrors } from './steps';

export interface StepProps {
  draft: Draft;
  errors: FieldErrors;
  change(part: Partial<Draft>): void;
}
