import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { answers, operations } from './operations.mjs';

export const shapesPath = 'lib/billing/stripe/local/requests.generated.json';

/** What the SDK's types allow in each request, as the text of the file that is committed. */
export function shapesOf(root) {
  const sdk = join(root, 'node_modules/stripe');
  const fileOf = (file) => join(sdk, `esm/resources/${file}.d.ts`);
  const named = [...Object.values(operations), ...Object.values(answers)];
  const files = [...new Set(named.map(({ file }) => fileOf(file)))];
  const program = ts.createProgram(files, {
    ...{ strict: true, noLib: false, skipLibCheck: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const table = new Table();
  const typeOf = ({ file, type }) => {
    const source = program.getSourceFile(fileOf(file));
    const found = interfaceIn(checker, checker.getSymbolAtLocation(source), type);
    if (!found) throw new Error(`The SDK has no ${type} in ${file}.`);
    return checker.getDeclaredTypeOfSymbol(found);
  };
  const read = { checker, table, inside: [] };
  const requests = Object.entries(operations).map(([operation, where]) => [
    operation,
    shapeOf(typeOf(where), read),
  ]);
  const objects = Object.entries(answers).map(([object, where]) => [
    object,
    fieldsOf(typeOf(where), checker),
  ]);
  const { version } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'));
  return written({ version, requests, objects, shapes: table.shapes });
}

/** What an object of Stripe always has: fields that may be null, and fields that hold something. */
function fieldsOf(type, checker) {
  const fields = checker
    .getPropertiesOfType(type)
    .filter(({ name, flags }) => name !== 'lastResponse' && !(flags & ts.SymbolFlags.Optional));
  const mayBeNull = (field) => {
    const own = checker.getTypeOfSymbol(field);
    return own.isUnion() && own.types.some(({ flags }) => flags & ts.TypeFlags.Null);
  };
  const names = (wanted) =>
    fields.filter((one) => mayBeNull(one) === wanted).map(({ name }) => name);
  return { nullable: names(true), filled: names(false) };
}

/** Some stand in the file itself, those of a group of resources in a namespace of its name. */
function interfaceIn(checker, module, type) {
  const exported = checker.getExportsOfModule(module);
  const spaces = exported.filter(({ flags }) => flags & ts.SymbolFlags.NamespaceModule);
  const all = [...exported, ...spaces.flatMap((one) => checker.getExportsOfModule(one))];
  return all.find((one) => one.name === type && one.flags & ts.SymbolFlags.Interface);
}

/** Each shape once, named by its place. */
class Table {
  shapes = [];
  #places = new Map();

  place(shape) {
    const text = JSON.stringify(shape);
    if (!this.#places.has(text)) this.#places.set(text, this.shapes.push(shape) - 1);
    return this.#places.get(text);
  }
}

const written = ({ version, requests, objects, shapes }) => {
  const lines = (entries) =>
    entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return [
    '{',
    `"stripe": ${JSON.stringify(version)},`,
    `"requests": {\n${lines(requests).join(',\n')}\n},`,
    `"objects": {\n${lines(objects).join(',\n')}\n},`,
    `"shapes": [\n${shapes.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]`,
    '}\n',
  ].join('\n');
};

/** A word for what is simple, a number for what stands in the table. */
function shapeOf(type, read) {
  const named = type.aliasSymbol?.name ?? type.symbol?.name;
  if (named === 'Decimal' || named === 'DecimalImpl') return 'decimal';
  if (type.isStringLiteral()) return read.table.place({ one: [type.value] });
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'any';
  if (type.isUnion()) return unionOf(type, read);
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String))
    return 'string';
  if (read.inside.includes(type)) return 'any';
  return objectOf(type, { ...read, inside: [...read.inside, type] });
}

/** Names that the SDK leaves open for what Stripe may add later are closed: the rest is a misspelling. */
function unionOf(type, read) {
  const members = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
  const literals = members.filter((one) => one.isStringLiteral()).map(({ value }) => value);
  const isOpen = (one) => one.isIntersection() || one.aliasSymbol?.name === 'OtherString';
  const others = members
    .filter((one) => !one.isStringLiteral() && !(literals.length > 0 && isOpen(one)))
    .map((one) => shapeOf(one, read));
  const all =
    literals.length > 0 ? [read.table.place({ one: literals.sort() }), ...others] : others;
  const distinct = [...new Set(all)];
  return distinct.length === 1 ? distinct[0] : read.table.place({ any: distinct });
}

function objectOf(type, read) {
  const { checker, table } = read;
  if (checker.isArrayType(type)) {
    return table.place({ list: shapeOf(checker.getTypeArguments(type)[0], read) });
  }
  const map = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (map) return table.place({ map: shapeOf(map.type, read) });
  const fields = checker.getPropertiesOfType(type).map((field) => {
    const needed = field.flags & ts.SymbolFlags.Optional ? '' : '!';
    return [`${field.name}${needed}`, shapeOf(checker.getTypeOfSymbol(field), read)];
  });
  return table.place({ fields: Object.fromEntries(fields) });
}
