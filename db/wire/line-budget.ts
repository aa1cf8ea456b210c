/** What the budget asks of a pool that takes part in it. */
export interface BudgetMember {
  /** Closes one idle line, handing its place over. False when none is idle or all are wanted. */
  yieldLine(): boolean;
  /** Tries again to serve those who wait. */
  pump(): void;
  readonly lastUsedAt: number;
}

/** Caps the open connections of one process over all its pools. */
export class LineBudget {
  open = 0;
  readonly max: number;
  readonly #members = new Set<BudgetMember>();
  readonly #starving = new Set<BudgetMember>();

  constructor(max: number) {
    this.max = max;
  }

  join(member: BudgetMember) {
    this.#members.add(member);
  }

  leave(member: BudgetMember) {
    this.#members.delete(member);
    this.#starving.delete(member);
  }

  /** Takes a place, at the cost of the least recently used pool's idle line when all are taken. */
  take(member: BudgetMember): boolean {
    if (this.open < this.max) {
      this.open += 1;
      return true;
    }
    const others = [...this.#members].filter((other) => other !== member);
    others.sort((a, b) => a.lastUsedAt - b.lastUsedAt);
    if (others.some((other) => other.yieldLine())) return true;
    this.#starving.add(member);
    return false;
  }

  give() {
    this.open -= 1;
    this.wake();
  }

  /** Called when a line became idle or a place free. */
  wake() {
    if (this.#starving.size === 0) return;
    const starving = [...this.#starving];
    this.#starving.clear();
    for (const member of starving) member.pump();
  }
}
