/** A team as forms offer it for a place. */
export interface TeamPlace {
  id: string;
  name: string;
  above: string[];
}

/** Deepest level that may still have teams below it. */
const deepest = 3;

/** Teams that another can stand under, each with what it stands under itself. */
export const placesUnder = (places: readonly TeamPlace[]) =>
  places
    .filter(({ above }) => above.length < deepest)
    .map(({ id, name, above }) => ({ value: id, label: [...above, name].join(' › ') }));
