import { BrandTokens } from './tokens';

type Document = Record<string, unknown>;

/** Each makes a document of its place's version into one of the next. */
const steps: ((document: Document) => Document)[] = [
  // Senders, footers and legal links came with version 2.
  (document) => ({ mail: {}, legal: {}, ...document }),
];
const current = steps.length + 1;

/** Tokens as they are stored: with the version of their shape. */
export const writeTokens = (tokens: BrandTokens): Document => ({ v: current, ...tokens });

/** Stored tokens of any version in today's shape. Throws on what a later release wrote. */
export function readTokens({ v = 1, ...stored }: Document): BrandTokens {
  const version = Number(v);
  if (!(version >= 1 && version <= current)) {
    throw new Error(`These looks have version ${version}, and ${current} is the latest known.`);
  }
  return BrandTokens.parse(
    steps.slice(version - 1).reduce((document, step) => step(document), stored),
  );
}
