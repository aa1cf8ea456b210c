import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { permissionTitles } from '../access/rights';
import { manifests } from '../modules/registry';
import { router } from '../router';
import { components, refusalsOf } from './openapi-parts';
import { metaOf } from './procedure';
import { isWrite, type ProcedureMeta } from './spec';

export type ApiZone = NonNullable<ProcedureMeta['zone']>;

export interface ApiPlace {
  zone: ApiZone;
  /** Whose interface it is, as readers know it. */
  name: string;
  /** Absolute, ending with the prefix of the REST door. */
  url: string;
  /** Whether X-Tenant picks the tenant here, because the host does not. */
  namesTenant: boolean;
  modulesOff: readonly string[];
}

/** An operation with what our declaration adds to it. */
export type Operation = OpenAPI.OperationObject & {
  operationId: string;
  'x-module'?: string;
  'x-access': string;
};

/** As kept in process; these marks are turned into what a place publishes. */
type Marked = Operation & {
  'x-public': boolean;
  'x-repeatable': boolean;
  'x-refusals': Record<string, { $ref: string }>;
};

type Paths<O> = Record<string, Record<string, O>>;

const generated = new Map<ApiZone, Promise<OpenAPI.Document>>();

/** The OpenAPI 3.1 document of one place: its operations, how to sign in, and what errors look like. */
export async function describeApi(place: ApiPlace): Promise<OpenAPI.Document> {
  const known = generated.get(place.zone) ?? generate(place.zone);
  generated.set(place.zone, known);
  const { paths, ...rest } = await known;
  return {
    ...rest,
    info: { title: `${place.name} API`, version: '1' },
    servers: [{ url: place.url }],
    components: components(place.namesTenant),
    paths: pathsOf(paths as Paths<Marked>, place) as OpenAPI.Document['paths'],
  };
}

async function generate(zone: ApiZone): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(router, {
    filter: ({ contract }) => {
      const meta = metaOf(contract as never);
      return meta.path !== null && meta.permission !== 'job' && (meta.zone ?? 'tenant') === zone;
    },
    commonSchemas: {},
  });
  const metas = new Map<string, ProcedureMeta>(metasOf(router));
  for (const operation of Object.values(document.paths ?? {}).flatMap(operationsOf)) {
    const meta = metas.get(operation.operationId ?? '');
    if (meta) Object.assign(operation, additions(meta));
  }
  return document;
}

const operationsOf = (path: object | undefined) =>
  Object.values(path ?? {}) as OpenAPI.OperationObject[];

function metasOf(branch: object): [string, ProcedureMeta][] {
  return Object.values(branch).flatMap((child): [string, ProcedureMeta][] => {
    if (!('~orpc' in child)) return metasOf(child as object);
    const meta = metaOf(child as never);
    return [[meta.name, meta]];
  });
}

const moduleTitles = new Map(manifests.map(({ id, title }) => [id, title]));

function additions(meta: ProcedureMeta) {
  const noun = meta.name.split('.')[0] ?? meta.name;
  return {
    tags: [moduleTitles.get(noun) ?? spaced(noun)],
    ...(meta.module && { 'x-module': meta.module }),
    'x-access': accessOf(meta),
    'x-public': meta.permission === 'public',
    'x-repeatable': isWrite(meta) && meta.permission !== 'public',
    'x-refusals': refusalsOf(meta),
  };
}

const spaced = (noun: string) => {
  const words = noun.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function accessOf({ permission }: ProcedureMeta): string {
  if (permission === 'public') return 'Anybody';
  if (permission === 'signed_in') return 'Anybody signed in';
  if (permission === 'staff') return 'Staff';
  const title = permissionTitles.get(permission);
  return title ? `${permission}: ${title}` : permission;
}

/** The zone's operations without those of modules that are off, each in the words of this place. */
function pathsOf(paths: Paths<Marked>, place: ApiPlace): Paths<Operation> {
  const kept: Paths<Operation> = {};
  for (const [path, methods] of Object.entries(paths)) {
    const open = Object.entries(methods).filter(
      ([, operation]) => !place.modulesOff.includes(operation['x-module'] ?? ''),
    );
    if (open.length === 0) continue;
    kept[path] = Object.fromEntries(
      open.map(([method, operation]) => [method, inPlace(operation, place)]),
    );
  }
  return kept;
}

function inPlace(marked: Marked, { namesTenant }: ApiPlace): Operation {
  const {
    'x-public': isPublic,
    'x-repeatable': repeatable,
    'x-refusals': refusals,
    ...operation
  } = marked;
  const scheme = { ...(!isPublic && { bearer: [] }), ...(namesTenant && { tenant: [] }) };
  const key = repeatable ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  const parameters = [...(operation.parameters ?? []), ...key];
  return {
    ...operation,
    security: Object.keys(scheme).length > 0 ? [scheme] : [],
    ...(parameters.length > 0 && { parameters }),
    responses: { ...operation.responses, ...refusals },
  };
}
