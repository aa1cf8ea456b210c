import type { Clock, Node } from './node';
import type { FormulaProblem } from './problem';

/** A formula that is ready to be worked out. */
export interface Formula {
  /** As it is written, by the names of today. */
  text: string;
  /** Null for one that cannot be read, which is empty in every record. */
  tree: Node | null;
  problem: FormulaProblem | null;
  clock: Clock;
  /** Of one that comes to money: the digits of its currency. */
  decimals?: number;
}
