import type { OpenAPI } from '@orpc/openapi';
import type { OwnInterface, OwnOperation } from '../modules/define-module';
import type { Operation } from './openapi';

interface Place {
  path: string;
  method: string;
  operation: Operation;
}

/**
 * The document with a tenant's own operations beside those that they are cases of. Schemas are
 * referred to by name, or stand in their places when `inline` is asked for. An operation whose general
 * one is not in the document is left out.
 */
export function withOwn(
  document: OpenAPI.Document,
  own: readonly OwnInterface[],
  { inline = false }: { inline?: boolean } = {},
): OpenAPI.Document {
  const places = new Map(placesIn(document).map((place) => [place.operation.operationId, place]));
  const paths: Record<string, Record<string, object>> = {};
  for (const { schemas, operations } of own) {
    const stands = (name: string) =>
      inline ? (schemas[name] ?? {}) : { $ref: `#/components/schemas/${name}` };
    for (const one of operations) {
      const general = places.get(one.of);
      if (!general) continue;
      const path = settledPath(general.path, one.settled);
      paths[path] = { ...paths[path], [general.method]: special(general.operation, one, stands) };
    }
  }
  const named = inline ? {} : Object.assign({}, ...own.map(({ schemas }) => schemas));
  return {
    ...document,
    paths: { ...document.paths, ...paths } as OpenAPI.Document['paths'],
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...named },
    },
  };
}

const placesIn = ({ paths = {} }: OpenAPI.Document): Place[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );

const settledPath = (path: string, settled: OwnOperation['settled']) =>
  path.replace(/\{(\w+)\}/g, (whole, name) => settled[name] ?? whole);

function special(
  general: Operation,
  { noun, tag, summary, settled, body, answer }: OwnOperation,
  stands: (name: string) => object,
): Operation {
  const operation = structuredClone(general);
  operation.operationId = `${general.operationId}.${noun}`;
  operation.tags = [tag];
  operation.summary = summary;
  operation.parameters = (operation.parameters ?? []).filter(
    (parameter) => !('in' in parameter && parameter.in === 'path' && parameter.name in settled),
  );
  for (const [pointer, name] of Object.entries(body)) {
    put(schemaOf(operation.requestBody), pointer, stands(name));
  }
  for (const [pointer, name] of Object.entries(answer)) {
    put(schemaOf(operation.responses?.['200']), pointer, stands(name));
  }
  return operation;
}

const schemaOf = (described: unknown) =>
  Object.values((described as { content?: Record<string, { schema?: object }> })?.content ?? {})[0]
    ?.schema;

/** Throws where there is nothing to put it: the general operation has changed its shape. */
function put(schema: object | undefined, pointer: string, value: object) {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at = schema as Record<string, unknown> | undefined;
  for (const step of steps) at = at?.[step] as Record<string, unknown> | undefined;
  if (at?.[last] === undefined) throw new Error(`There is no ${pointer} in this operation.`);
  at[last] = value;
}
