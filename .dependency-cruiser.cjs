const { existsSync, readdirSync } = require('node:fs');

const tests = '\\.test\\.tsx?$|^db/testing/|^lib/.*/testing/';
const drivers =
  '(^|/)node_modules/(@types/pg|pg|pg-[^/]+|@neondatabase/serverless|drizzle-orm/(node-postgres|neon-http|neon-serverless|neon|postgres-js|pg-proxy|vercel-postgres|pglite))/';

// Module names come from the folders, so that a new module is a stranger from its first day.
const modules = existsSync('lib/modules')
  ? readdirSync('lib/modules', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];
// Other modules point at files: their table is shared although a module of that name exists.
const privateTables = modules.map(({ name }) => name).filter((name) => name !== 'files');

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'Files that import each other are one file.', {}, { circular: true }),
    rule('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
    rule(
      'db-is-the-floor',
      'db/ imports nothing above it.',
      { path: '^db/', pathNot: tests },
      { path: '^(lib|app|components|e2e|scripts)/|^middleware\\.ts$' },
    ),
    rule(
      'pools-are-private',
      'Only db/ may hold a connection.',
      { path: '^(app|components|lib)/|^middleware\\.ts$', pathNot: tests },
      { path: drivers },
    ),
    rule(
      'scopes-are-minted-at-doors',
      'Only a door knows that a tenant was verified.',
      { pathNot: `^lib/(doors|server)/|^db/|^scripts/|${tests}` },
      { path: '^db/scope\\.ts$' },
    ),
    rule(
      'modules-are-strangers',
      'A module never imports another.',
      { path: '^lib/modules/([^/]+)/' },
      { path: '^lib/modules/[^/]+/', pathNot: '^lib/modules/$1/' },
    ),
    rule(
      'core-sees-modules-through-the-registry',
      'Core stays the same when a module comes or goes.',
      { path: '^lib/', pathNot: `^lib/modules/|^lib/server/|${tests}` },
      { path: '^lib/modules/[^/]+/' },
    ),
    rule(
      'registry-sees-faces',
      'The registry knows what a module offers, not how.',
      { path: '^lib/modules/[^/]+\\.ts$', pathNot: tests },
      { path: '^lib/modules/[^/]+/', pathNot: '/(manifest|procedures|jobs)\\.ts$' },
    ),
    rule(
      'entries-see-manifests',
      'A program may name a module, not reach into it.',
      { path: '^lib/server/', pathNot: tests },
      { path: '^lib/modules/[^/]+/', pathNot: '/manifest\\.ts$' },
    ),
    rule(
      'modules-use-their-own-tables',
      'A module reads its own table file and the shared ones.',
      { path: '^lib/modules/([^/]+)/', pathNot: tests },
      {
        path: `^db/schema/tenant/(index|${privateTables.join('|') || '-'})\\.ts$`,
        pathNot: '^db/schema/tenant/$1\\.ts$',
      },
    ),
    rule(
      'components-are-domain-free',
      'Components know no tenant, no table and no page.',
      { path: '^components/' },
      { path: '^(lib|db|app|e2e|scripts)/|^middleware\\.ts$', pathNot: '^lib/errors\\.ts$' },
    ),
    rule(
      'components-see-error-types',
      'Of lib/errors.ts a component needs the types.',
      { path: '^components/', pathNot: tests },
      { path: '^lib/errors\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pages-open-doors',
      'Pages and middleware reach data through lib/.',
      { path: '^app/|^middleware\\.ts$', pathNot: tests },
      { path: '^db/' },
    ),
    rule(
      'pages-are-the-roof',
      'Nothing imports a page.',
      { path: '^(lib|db|components)/' },
      { path: '^app/|^middleware\\.ts$' },
    ),
    rule(
      'product-without-scripts',
      'The product runs without its scripts.',
      { path: '^(app|components|lib)/|^middleware\\.ts$', pathNot: tests },
      { path: '^(scripts|e2e)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
