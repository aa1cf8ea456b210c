import { isFormula } from '../fields/computed';
import type { FieldOptions, StoredField } from '../fields/shapes';
import { checkFormula, type Named } from './check';
import { settled } from './coerce';
import type { Formula } from './formula';
import type { Clock, Kind, Node } from './node';
import { parseFormula } from './parse';
import { FormulaProblem, type Range } from './problem';
import { braced, tokensOf } from './tokens';

type Design = Pick<StoredField, 'id' | 'key' | 'name' | 'type'> & { options: FieldOptions };

/** Formulas that lie in each other, at most. */
const maxDeep = 10;

/**
 * The fields of a collection with each formula as a field of the type that it comes to, which nobody
 * fills in. Reads formulas by names and by ids.
 */
export function resolveFormulas<F extends StoredField>(fields: readonly F[], clock: Clock): F[] {
  if (!fields.some(isFormula)) return [...fields];
  const trees = treesOf(fields);
  return fields.map((field) => {
    if (!isFormula(field)) return field;
    const made = trees.get(field.id);
    const [tree, problem] = made instanceof FormulaProblem ? [null, made] : [made ?? null, null];
    const text = withNames(field.options.formula ?? '', fields);
    const formula: Formula = { text, tree, problem, clock };
    return { ...field, type: typeOf(field, tree?.kind), locked: true, formula };
  });
}

/** The tree of a formula that is being written among these fields. Throws `FormulaProblem`. */
export function treeAmong(text: string, fields: readonly Design[], ownId?: string): Node {
  return new Trees(fields).read(text, ownId ? [ownId] : []);
}

const types = { number: 'number', yes_no: 'boolean', date: 'date', moment: 'datetime' } as const;

function typeOf({ options }: Pick<StoredField, 'options'>, kind: Kind = 'text') {
  if (kind !== 'text') return types[kind];
  return options.linkLabel === undefined ? 'text' : 'url';
}

function treesOf(fields: readonly Design[]): Map<string, Node | FormulaProblem> {
  const trees = new Trees(fields);
  return new Map(fields.filter(isFormula).map((field) => [field.id, trees.of(field, [])]));
}

/** Every formula is read once, however many others name it. */
class Trees {
  private readonly known = new Map<string, Node | FormulaProblem>();

  constructor(private readonly fields: readonly Design[]) {}

  of(field: Design, within: readonly string[]): Node | FormulaProblem {
    const known = this.known.get(field.id);
    if (known) return known;
    const made = this.attempt(field, [...within, field.id]);
    // What is refused because of where it is named from may be sound by itself.
    if (!(made instanceof FormulaProblem) || within.length === 0) this.known.set(field.id, made);
    return made;
  }

  read(text: string, within: readonly string[]): Node {
    const tree = checkFormula(parseFormula(text), {
      find: (name, at) => this.named(name, at, within),
      all: this.fields.filter(({ id }) => !within.includes(id)).map(({ name }) => name),
    });
    return tree.kind === 'number' ? settled(tree) : tree;
  }

  private attempt(field: Design, within: readonly string[]): Node | FormulaProblem {
    try {
      return this.read(field.options.formula ?? '', within);
    } catch (error) {
      if (error instanceof FormulaProblem) return error;
      throw error;
    }
  }

  private named(name: string, at: Range, within: readonly string[]): Named | undefined {
    const field = fieldCalled(name, this.fields);
    if (!field) return undefined;
    if (!isFormula(field)) return { name: field.name, input: field };
    if (within.includes(field.id)) {
      throw new FormulaProblem('“{name}” would be worked out from itself.', at, {
        name: field.name,
      });
    }
    if (within.length >= maxDeep) {
      throw new FormulaProblem('This formula takes in too many others.', at);
    }
    const tree = this.of(field, within);
    if (!(tree instanceof FormulaProblem)) return { name: field.name, tree };
    throw new FormulaProblem('“{name}” cannot be worked out: {reason}', at, {
      name: field.name,
      reason: tree.message,
    });
  }
}

function fieldCalled<F extends Pick<StoredField, 'id' | 'name'>>(
  name: string,
  fields: readonly F[],
): F | undefined {
  const folded = name.normalize('NFC').toLowerCase();
  return (
    fields.find(({ id }) => id === name) ?? fields.find((one) => one.name.toLowerCase() === folded)
  );
}

type Called = Pick<StoredField, 'id' | 'name'>;

/** A formula with fields by their ids, as it is stored. Throws `FormulaProblem`. */
export const withIds = (text: string, fields: readonly Called[]): string =>
  rewritten(text, (name) => fieldCalled(name, fields)?.id ?? name);

/** A formula with fields by their names, as people read it. */
export const withNames = (text: string, fields: readonly Called[]): string =>
  rewritten(text, (name) => fieldCalled(name, fields)?.name ?? name);

/** Ids of the fields that a stored formula names itself. */
export function idsNamed(text: string): string[] {
  const ids: string[] = [];
  rewritten(text, (name) => {
    ids.push(name);
    return name;
  });
  return ids;
}

function rewritten(text: string, nameOf: (name: string) => string): string {
  let made = '';
  let from = 0;
  for (const token of tokensOf(text)) {
    if (token.type !== 'field') continue;
    made += text.slice(from, token.at.from) + braced(nameOf(token.value));
    from = token.at.to;
  }
  return made + text.slice(from);
}
