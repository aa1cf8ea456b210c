import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProcedure } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { permissionTitles } from './access/rights';
import { type JsonSchema, type Subject, subjectsOf } from './doors/matrix/subject';
import { isWrite, type ProcedureMeta } from './doors/spec';
import { manifests } from './modules/registry';
import { router } from './router';

const subjects = subjectsOf(router);
/** Every key of a schema, however deep. */
const names = (schema: JsonSchema): string[] => [
  ...Object.keys(schema.properties ?? {}),
  ...inner(schema).flatMap(names),
];

interface Declared {
  meta: ProcedureMeta;
  outputSchema?: z.ZodType;
}
const reserved = new Set(['public', 'signed_in', 'staff', 'job']);
const root = fileURLToPath(new URL('..', import.meta.url));

/** Names of the operations a rule finds at fault. */
const faults = (rule: (subject: Subject) => boolean) =>
  subjects.filter((one) => !rule(one)).map(({ meta }) => meta.name);

describe('every operation', () => {
  it('is named by its place', () => {
    const misplaced = (branch: object, place: string[]): string[] =>
      Object.entries(branch).flatMap(([key, child]) => {
        const here = [...place, key];
        if (!isProcedure(child)) return misplaced(child as object, here);
        const { name } = (child['~orpc'].meta ?? {}) as { name?: string };
        return name === here.join('.') ? [] : [`${here.join('.')} is named ${name}`];
      });
    expect(misplaced(router, [])).toEqual([]);
    expect(new Set(subjects.map(({ meta }) => meta.name)).size).toBe(subjects.length);
  });

  it('says in a sentence what it does', () => {
    expect(
      faults(({ meta }) => /^[A-Z].{8,118}[\w.)]$/.test(meta.summary) && /\s/.test(meta.summary)),
    ).toEqual([]);
  });

  it('asks for a permission that somebody can hold', () => {
    expect(
      faults(({ meta }) => reserved.has(meta.permission) || permissionTitles.has(meta.permission)),
    ).toEqual([]);
  });

  it('belongs to a module that exists, and asks for that module’s permissions only', () => {
    const known = new Set(manifests.map(({ id }) => id));
    expect(faults(({ meta }) => !meta.module || known.has(meta.module))).toEqual([]);
    const owners = new Map(manifests.flatMap((m) => m.permissions.map(({ id }) => [id, m.id])));
    expect(
      faults(({ meta }) => {
        const owner = owners.get(meta.permission as never);
        return !owner || owner === meta.module;
      }),
    ).toEqual([]);
  });

  it('stands in the plane and zone of who may call it', () => {
    expect(
      faults(({ meta: { permission, plane, zone } }) =>
        permission === 'staff'
          ? (plane === 'platform' || plane === 'none') && zone === 'console'
          : plane !== 'platform' && (plane === 'none' || (zone ?? 'tenant') === 'tenant'),
      ),
    ).toEqual([]);
  });

  it('has an address of its own', () => {
    const addresses = subjects.flatMap(({ meta }) =>
      meta.path === null ? [] : [`${meta.method} ${meta.path.replace(/\{\w+\}/g, '{}')}`],
    );
    expect(addresses.filter((one, at) => addresses.indexOf(one) !== at)).toEqual([]);
    expect(
      faults(
        ({ meta, schema }) =>
          meta.path === null ||
          (/^(\/([a-z0-9-]+|\{\w+\}))+$/.test(meta.path) &&
            [...meta.path.matchAll(/\{(\w+)\}/g)].every(([, name]) =>
              schema.required?.includes(name ?? ''),
            )),
      ),
    ).toEqual([]);
  });

  it('reads with GET, and has no address when it is a job', () => {
    expect(faults(({ meta }) => meta.method !== 'GET' || !isWrite(meta))).toEqual([]);
    expect(faults(({ meta }) => meta.permission !== 'job' || meta.path === null)).toEqual([]);
  });
});

describe('every input', () => {
  it('is an object that refuses keys it does not know', () => {
    const isStrict = (schema: JsonSchema): boolean =>
      inner(schema).every(isStrict) &&
      (!schema.properties || schema.additionalProperties === false);
    expect(faults(({ schema }) => schema.type === 'object' && isStrict(schema))).toEqual([]);
  });

  it('has a limit on every text and list', () => {
    const isBounded = (schema: JsonSchema): boolean =>
      inner(schema).every(isBounded) && hasLimit(schema);
    expect(faults(({ schema }) => isBounded(schema))).toEqual([]);
  });

  it('never takes the tenant, unless staff name one', () => {
    const forbidden = /^(tenant|pool)_?id$/i;
    expect(
      faults(
        ({ meta, schema }) =>
          meta.permission === 'staff' || !names(schema).some((name) => forbidden.test(name)),
      ),
    ).toEqual([]);
  });
});

describe('every write', () => {
  it('to an account is refused to who came in through the identity provider of one tenant', () => {
    const ofAccount = /^\/account(\/|$)/;
    expect(
      faults(
        ({ meta }) =>
          !isWrite(meta) || !ofAccount.test(meta.path ?? '') || meta.wholeAccount === true,
      ),
    ).toEqual([]);
  });

  it('that answers a secret says so, and its answer is kept nowhere', () => {
    const secrets = /^(token|ticket|flow|secret|recoveryCodes|browser)$/;
    const answers = new Map<string, z.ZodType>();
    const walk = (branch: object) => {
      for (const child of Object.values(branch)) {
        if (!isProcedure(child)) walk(child as object);
        else {
          const { meta, outputSchema } = child['~orpc'] as unknown as Declared;
          if (outputSchema) answers.set(meta.name, outputSchema);
        }
      }
    };
    walk(router);
    const silent = faults(({ meta }) => {
      // The address of a form is there to be handed out, and is read again by whoever made it.
      if (meta.name.startsWith('forms.')) return true;
      const answer = answers.get(meta.name);
      const kept = isWrite(meta) && ['tenant', 'control', 'pool'].includes(meta.plane);
      if (!kept || !answer || meta.secretAnswer) return true;
      const schema = z.toJSONSchema(answer, { io: 'input', unrepresentable: 'any' });
      return !names(schema as JsonSchema).some((name) => secrets.test(name));
    });
    expect(silent).toEqual([]);
  });

  it('is audited: by the chain, or by a verb in steps that opens the audited transaction', () => {
    expect(
      faults(
        ({ meta }) =>
          !isWrite(meta) ||
          meta.permission === 'job' ||
          meta.transaction !== 'none' ||
          opens(meta.name),
      ),
    ).toEqual([]);
  });
});

// That each works, hides from another tenant, refuses a weak role and goes with its module is run,
// not read: see doors/matrix. What it does is for a test of its own area to say.
describe('every operation', () => {
  it('is called by a test of its area', () => {
    const tests = readAll((name) => /\.test\.tsx?$/.test(name) && name !== 'router.test.ts');
    const declarations = sources();
    expect(
      faults(({ meta: { name } }) => {
        const [declared] = declarations.filter(({ text }) => declares(text, name));
        const verb = new RegExp(`\\b${name.split('.').at(-1)}\\b`);
        return tests.some(
          ({ folder, text }) => areaOf(folder) === areaOf(declared?.folder) && verb.test(text),
        );
      }),
    ).toEqual([]);
  });
});

/** By its whole name, or as one of those that are made for a subject of fields. */
const declares = (text: string, name: string) =>
  text.includes(`name: '${name}'`) || text.includes(`router: '${name.split('.')[0]}',`);

/** `lib/identity`, `lib/modules/collections`: where a test of an operation may lie. */
const areaOf = (folder = '') =>
  /\/lib\/(modules\/[^/]+|[^/]+)/.exec(folder.replace(root, '/'))?.[1] ?? '';

/** Source of the file that declares an operation, and whether its verbs open a transaction. */
function opens(name: string): boolean {
  const declared = sources().filter(({ text }) => text.includes(`name: '${name}'`));
  return declared.some(({ folder }) =>
    sources().some(
      (one) => one.folder === folder && /\.(transact|founding|asStaff)\(/.test(one.text),
    ),
  );
}

function inner(schema: JsonSchema): JsonSchema[] {
  const { additionalProperties: rest } = schema;
  return [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.propertyNames ? [schema.propertyNames] : []),
    ...(typeof rest === 'object' ? [rest] : []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
  ];
}

function hasLimit(schema: JsonSchema): boolean {
  if (schema.enum || schema.const !== undefined) return true;
  switch (schema.type) {
    case 'string':
      // A file comes over REST or a server action, whose doors bound the whole body.
      return (
        schema.maxLength !== undefined || schema.contentEncoding === 'binary' || isFixedForm(schema)
      );
    case 'array':
      return schema.maxItems !== undefined;
    default:
      return true;
  }
}

/** A format or a pattern without an open end bounds a text by itself. */
const isFixedForm = ({ format, pattern }: JsonSchema) =>
  ['uuid', 'date', 'date-time', 'time'].includes(format ?? '') ||
  (pattern !== undefined && !/[*+]|\{\d+,\}/.test(pattern));

interface Source {
  folder: string;
  text: string;
}

function readAll(accept: (name: string) => boolean): Source[] {
  return readdirSync(join(root, 'lib'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && accept(entry.name))
    .map(({ parentPath, name }) => ({
      folder: parentPath,
      text: readFileSync(join(parentPath, name), 'utf8'),
    }));
}

function sources() {
  return readAll((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
}
