import type { Question } from '../../forms/shapes';

/** What the control of a question gets. */
export interface AnswerProps {
  question: Question;
  /** What was sent before and refused. */
  typed: readonly string[] | undefined;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}
