/** Members there are and may be, and who is invited. */
export interface SeatFacts {
  taken: number;
  /** Null for no limit. */
  limit: number | null;
  invited: number;
}

/** Seats that nobody has; null where any number may come. */
export const seatsLeft = ({ taken, limit }: SeatFacts): number | null =>
  limit === null ? null : Math.max(0, limit - taken);
