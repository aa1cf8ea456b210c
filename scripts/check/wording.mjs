import ts from 'typescript';
import { readSources } from './source-files.mjs';

const dictionaries = /^lib\/language\/ko\/(?!index|errors\/index)/;
const tested = /\.test\.tsx?$|\/testing\//;

/** For whoever builds pages, and on their own machines only: what it shows are names of parts. */
const forDevelopers = 'components/gallery/';

/** The same in every language. */
const untranslatable = new Set(['Rowhouse', 'UTC', 'https://']);

/** English words that are written where a page is made: as they stand there, or known to no dictionary. */
export function hardCodedWords(root) {
  const known = new Set(entriesOf(root).map(({ english }) => english));
  return readSources(root, ['app', 'components', 'lib'])
    .filter(({ path }) => path.endsWith('.tsx') && !tested.test(path))
    .filter(({ path }) => !path.startsWith(forDevelopers))
    .flatMap(({ path, text }) =>
      wordsOf(parse(path, text))
        .filter(({ words, bare }) => (bare || !known.has(words)) && !untranslatable.has(words))
        .map(
          ({ words, line }) => `${path}:${line} says “${words}” in English only (lib/language/ko)`,
        ),
    );
}

/** Messages that no source says any more. */
export function unusedMessages(root) {
  const said = new Set();
  for (const { path, text } of readSources(root, ['app', 'components', 'lib', 'db'])) {
    if (!dictionaries.test(path) && !tested.test(path)) collectTexts(parse(path, text), said);
  }
  return entriesOf(root)
    .filter(({ path, english }) => !path.includes('/errors/') && !said.has(english))
    .map(({ path, english }) => `${path} translates “${english}”, which nothing says`);
}

/** Translations that lose a value, or name one the English has not. */
export function unevenMessages(root) {
  return entriesOf(root).flatMap(({ path, english, translated }) => {
    const here = namesIn(english);
    const there = namesIn(translated);
    // A plural arm may speak of its number by `#`.
    const strange = [...there].filter((name) => !here.has(name));
    const lost = [...here].filter((name) => !there.has(name) && !translated.includes('#'));
    return [
      ...strange.map((name) => `${path} puts {${name}} into “${english}”, which has none`),
      ...lost.filter(mustBeSaid(english)).map((name) => `${path} loses {${name}} of “${english}”`),
    ];
  });
}

// What a schema expected is plain from the control it stands at.
const mustBeSaid = (english) => () => !/^(Invalid|Too )/.test(english);

function entriesOf(root) {
  return readSources(root, ['lib'])
    .filter(({ path }) => dictionaries.test(path))
    .flatMap(({ path, text }) => {
      const found = [];
      visit(parse(path, text), (node) => {
        if (!ts.isPropertyAssignment(node) || !isText(node.initializer)) return;
        found.push({ path, english: node.name.text, translated: node.initializer.text });
      });
      return found;
    });
}

const namesIn = (message) =>
  new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name));

const speaking =
  /^(label|title|description|help|placeholder|aria-label|words|note|hint|alt|action)$/;
const silent =
  /^(className|href|src|type|id|name|value|variant|tone|size|role|key|icon|kind|lang|autoComplete)$/;

function wordsOf(file) {
  const found = [];
  /** `bare` where nothing stands between the words and the page. */
  const add = (node, words, bare = false) =>
    found.push({ words, bare, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const look = (node) => {
    if (isAside(node)) return;
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text.replace(/&\w+;/g, '')))
      add(node, node.text.trim(), true);
    else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const { text } = node.initializer;
      const name = node.name.getText();
      if (isSentence(text) ? !silent.test(name) : speaking.test(name) && /[a-z]{2}/.test(text)) {
        add(node, text, true);
      }
    } else if (isText(node) && isSentence(node.text) && !isCode(node)) add(node, node.text);
    else ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** What is no speech: imports, types, and the messages that are being translated. */
const isAside = (node) =>
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  (ts.isCallExpression(node) &&
    /^(t|t\.\w+|cn)$/.test(node.expression.getText()) &&
    isText(node.arguments[0] ?? node));

const isSentence = (text) => /^[A-Z“‘].*[a-z]/.test(text) && !keys.test(text);
const keys =
  /^(Enter|Escape|Arrow\w+|Tab|Backspace|Delete|Home|End|Page(Up|Down)|Shift|Ctrl|Alt|Meta)\b[\w+ ]*$/;

function isCode(node) {
  const { parent } = node;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isNewExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText());
}

const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

function collectTexts(file, said) {
  visit(file, (node) => {
    if (isText(node)) said.add(node.text);
  });
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const parse = (path, text) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
