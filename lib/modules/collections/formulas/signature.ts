import type { Part } from './coerce';
import type { Node } from './node';
import type { Range } from './problem';

/** One function of formulas, whole. */
export interface FunctionRule {
  /** How it is written, and what it does in a sentence. */
  form: string;
  help: string;
  example: string;
  least: number;
  most: number;
  /** Throws `FormulaProblem` for arguments of another kind. */
  build(parts: Part[], at: Range): Node;
}

export const many = 50;

export type Rest = Pick<FunctionRule, 'least' | 'most' | 'build'>;

export const exactly = (count: number, build: FunctionRule['build']): Rest => ({
  least: count,
  most: count,
  build,
});
