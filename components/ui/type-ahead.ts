import type { SelectOption } from './select-option';

/** How long letters belong together, ms. */
const patience = 1_000;

/** Reads letters typed on a closed list, one by one; answers the option they lead to. */
export function typeAhead(now: () => number) {
  let typed = '';
  let since = Number.NEGATIVE_INFINITY;
  return {
    isTyping: () => typed !== '' && now() - since < patience,
    read(letter: string, options: readonly SelectOption[], value: string | undefined) {
      typed = this.isTyping() ? typed + letter : letter;
      since = now();
      return optionFor(typed.toLowerCase(), options, value);
    },
  };
}

/** The same letter again and again goes from one option to the next. */
function optionFor(typed: string, options: readonly SelectOption[], value: string | undefined) {
  const [first = ''] = typed;
  const wanted = [...typed].every((letter) => letter === first) ? first : typed;
  const at = options.findIndex((option) => option.value === value);
  const from = wanted.length === 1 ? at + 1 : Math.max(0, at);
  return [...options.slice(from), ...options.slice(0, from)].find(
    ({ label, disabled }) => !disabled && label.toLowerCase().startsWith(wanted),
  );
}
