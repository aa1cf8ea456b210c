/** How long the second key may take, ms. */
const patience = 1_500;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Reads keys one by one; answers the letter that follows a G in time. */
export function wayReader(now: () => number): (pressed: Pressed) => string | undefined {
  let since = Number.NEGATIVE_INFINITY;
  return ({ key, ctrlKey, metaKey, altKey }) => {
    const began = since;
    since = Number.NEGATIVE_INFINITY;
    if (ctrlKey || metaKey || altKey) return undefined;
    const letter = key.toLowerCase();
    if (now() - began < patience) return letter;
    if (letter === 'g') since = now();
    return undefined;
  };
}
