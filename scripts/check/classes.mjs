import { extendTailwindMerge } from 'tailwind-merge';
import ts from 'typescript';
import { readSources } from './source-files.mjs';

const merge = extendTailwindMerge({
  extend: {
    theme: {
      spacing: ['control', 'control-small', 'row', 'gap', 'sidebar', 'rail', 'topbar'],
      radius: ['small', 'control', 'panel', 'dialog'],
      shadow: ['control', 'raised', 'overlay'],
    },
  },
});

/**
 * Classes given to a component of ours that set what its own set too: which of the two wins would
 * depend on their order in the sheet. What a component gives way on it marks as `weak:`.
 */
export function collidingClasses(root) {
  const found = { components: new Map(), constants: new Map(), given: [] };
  for (const { path, text } of readSources(root, ['components', 'lib', 'app'])) {
    if (!path.endsWith('.tsx') && !/classes|floating|variants/.test(path)) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    ts.forEachChild(file, (node) => visit(node, null, { file, found }));
  }
  const own = ownClasses(found);
  return found.given.flatMap(({ at, tag, classes }) => {
    const lost = own(tag).flatMap((mine) => classes.flatMap((theirs) => losers(mine, theirs)));
    return [...new Set(lost)].map((one) => `${at}: ${tag} sets ${one} itself`);
  });
}

/** What of the first falls to the second. */
function losers(mine, theirs) {
  const kept = new Set(merge(`${mine} ${theirs}`).split(' '));
  const alone = new Set(merge(mine).split(' '));
  return mine.split(' ').filter((one) => one && alone.has(one) && !kept.has(one));
}

function visit(node, owner, { file, found }) {
  const name = componentName(node) ?? owner;
  if (ts.isVariableStatement(node) && node.parent === file) {
    for (const { name: id, initializer } of node.declarationList.declarations) {
      if (initializer) found.constants.set(id.getText(), literals(initializer));
    }
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'cn' && passes(node)) {
    component(found, name).texts.push(...literals(node));
    component(found, name).names.push(...names(node));
  }
  if (ts.isJsxSpreadAttribute(node)) component(found, name).tags.push(tagOf(node));
  if (ts.isJsxAttribute(node) && node.name.getText() === 'className' && node.initializer) {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const at = `${file.fileName}:${line + 1}`;
    found.given.push({ at, tag: tagOf(node), classes: literals(node.initializer) });
    if (passes(node)) component(found, name).tags.push(tagOf(node));
  }
  ts.forEachChild(node, (child) => visit(child, name, { file, found }));
}

function ownClasses({ components, constants }) {
  const own = (tag, seen = new Set()) => {
    const { texts, names: used, tags } = components.get(tag) ?? { texts: [], names: [], tags: [] };
    if (seen.has(tag)) return [];
    seen.add(tag);
    const constant = used.flatMap((one) => constants.get(one) ?? []);
    return [...texts, ...constant, ...tags.flatMap((one) => own(one, seen))];
  };
  return own;
}

function component({ components }, name) {
  const known = components.get(name) ?? { texts: [], names: [], tags: [] };
  components.set(name, known);
  return known;
}

const componentName = (node) => {
  const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);
  const name = isNamed ? node.name?.getText() : undefined;
  return name && /^[A-Z]/.test(name) ? name : undefined;
};

/** `part.PopoverPanel` is the panel of a popover, wherever it came from; `Radix.Item` is not ours. */
const tagOf = (attribute) => attribute.parent.parent.tagName.getText().replace(/^part\./, '');

const passes = (node) => /\bclassName\b/.test(node.getText().replace(/^className=/, ''));

const literals = (node) => collect(node, (one) => (ts.isStringLiteralLike(one) ? one.text : null));
const names = (node) => collect(node, (one) => (ts.isIdentifier(one) ? one.text : null));

function collect(node, read) {
  const own = read(node);
  const below = [];
  ts.forEachChild(node, (child) => {
    below.push(...collect(child, read));
  });
  return own ? [own, ...below] : below;
}
