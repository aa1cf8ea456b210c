/** What the budget asks of a pool that takes part in it. */
export interface BudgetMember {
  /** Begins to close one idle line; its place comes back through `give`. False when none is idle. */
  shed(): boolean;
  /** Tries again to serve those who wait. */
  pump(): void;
  /** The server it connects to, when that one may hold a share of the places only. */
  readonly server: string | undefined;
}

/** Part of all places that the connections to one shard may hold: one that hangs leaves the rest. */
const serverShare = 0.5;

/**
 * Caps the open connections of one process over all its pools. A place is free again only when its
 * connection is closed, so the cap holds at every moment. Who waits is served in turn.
 */
export class LineBudget {
  open = 0;
  readonly max: number;
  readonly #maxOfServer: number;
  readonly #ofServer = new Map<string, number>();
  /** Pools with idle lines, least recently used first. */
  readonly #idle = new Set<BudgetMember>();
  /** Pools that found no place, longest waiting first. */
  readonly #starving = new Set<BudgetMember>();
  #shedding = 0;

  constructor(max: number) {
    this.max = max;
    this.#maxOfServer = Math.max(1, Math.floor(max * serverShare));
  }

  leave(member: BudgetMember) {
    this.#idle.delete(member);
    this.#starving.delete(member);
  }

  /** Whether somebody waits for a place that this pool's release could free. */
  isWanted(member: BudgetMember): boolean {
    if (this.#starving.size === 0) return false;
    return this.#starving.size > 1 || !this.#starving.has(member);
  }

  /** Takes a place; when none is free an idle line is closed for it, and `pump` is called later. */
  take(member: BudgetMember): boolean {
    const share = this.#shareOf(member);
    if (this.open < this.max && share < this.#maxOfServer) {
      this.open += 1;
      if (member.server) this.#ofServer.set(member.server, share + 1);
      return true;
    }
    this.#starving.add(member);
    if (this.#shedding < this.#starving.size) this.#shedFor(member, share);
    return false;
  }

  /** Gives back the place of a line that is closed. */
  give(member: BudgetMember) {
    this.open -= 1;
    if (this.#shedding > 0) this.#shedding -= 1;
    const { server } = member;
    if (server) this.#ofServer.set(server, Math.max(0, this.#shareOf(member) - 1));
    this.#serve();
  }

  /** The pool has an idle line and nobody of its own who wants it. */
  rest(member: BudgetMember) {
    this.#idle.delete(member);
    this.#idle.add(member);
    if (this.#starving.size > 0) this.#serve();
  }

  /** The pool has no idle line any more. */
  busy(member: BudgetMember) {
    this.#idle.delete(member);
  }

  #shareOf({ server }: BudgetMember): number {
    return server ? (this.#ofServer.get(server) ?? 0) : 0;
  }

  #shedFor({ server }: BudgetMember, share: number) {
    const sameServer = share >= this.#maxOfServer;
    for (const other of this.#idle) {
      if (sameServer && other.server !== server) continue;
      if (!other.shed()) continue;
      this.#shedding += 1;
      return;
    }
  }

  // A pool that finds nothing after all goes to the end of the line.
  #serve() {
    for (let tries = this.#starving.size; tries > 0; tries--) {
      const [member] = this.#starving;
      if (!member || (this.open >= this.max && this.#idle.size === 0)) return;
      this.#starving.delete(member);
      member.pump();
    }
  }
}
