// What may import what. docs/ARCHITECTURE.md says why; lib/checks/planted keeps a violation of each rule as a canary.
const tests = String.raw`\.test\.tsx?$|/testing/`;
const library = (names) => `(?:^|/)node_modules/(?:@types/)?(?:${names})(?:/|$)`;

const leaf = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: may },
});

const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    leaf(
      'core-is-pure',
      '^lib/core/',
      ['^lib/core/', library('zod')],
      'The rules of an incident run in the browser as on the server.',
    ),
    leaf(
      'contracts-are-a-leaf',
      '^lib/contracts/',
      ['^lib/(?:core|contracts)/', library('zod')],
      'What crosses the wire rests on core alone.',
    ),
    leaf(
      'ingest-is-pure',
      '^lib/ingest/',
      ['^lib/(?:core|contracts|ingest)/', library('zod')],
      'A reader of a format turns text into core types.',
    ),
    never(
      'services-know-no-transport',
      { path: '^lib/services/', pathNot: tests },
      {
        path: [
          '^(?:app|components)/',
          '^lib/(?:api|server|client)/',
          library('next|react|react-dom|hono|@hono/.*|socket\\.io|socket\\.io-client'),
        ],
      },
      'A verb does not know who asks for it.',
    ),
    never(
      'prisma-behind-db-and-services',
      // The roots join them: lib/server the server, lib/cli each command of its own.
      { path: '^(?:app|components|lib)/', pathNot: ['^lib/(?:db|services|server|cli)/', tests] },
      { path: ['^lib/db/', library('@prisma/.*|prisma')] },
      'Rows are read and written in one place.',
    ),
    never(
      'pg-behind-db-and-services',
      { path: '^(?:app|components|lib)/', pathNot: ['^lib/(?:db|services|cli)/', tests] },
      { path: library('pg'), dependencyTypesNot: ['type-only'] },
      'Connections are opened in one place.',
    ),
    never(
      'browser-stays-browser',
      { path: '^(?:components|lib/client)/', pathNot: tests },
      { path: ['^lib/(?:services|db|api|server|connectors|realtime|jobs)/', '^lib/(?:env|app-root)\\.ts$', '^app/'] },
      'What the browser loads holds no server.',
    ),
    never(
      'pages-use-the-slot',
      { path: ['^app/', '^lib/runtime\\.ts$'] },
      { path: '^lib/(?:services|db|api|server|realtime|jobs|connectors)/', dependencyTypesNot: ['type-only'] },
      'Pages live in a module graph of their own: they reach services through runtime(), and import types only.',
    ),
    never(
      'the-slot-is-for-pages',
      { path: '^(?:components|lib)/', pathNot: ['^lib/server/', tests] },
      { path: '^lib/runtime\\.ts$', dependencyTypesNot: ['type-only'] },
      'Only pages need the slot; everything else is handed what it works with.',
    ),
    never('nothing-imports-app', { pathNot: ['^app/'] }, { path: '^app/' }, 'app is routing only.'),
    never(
      'no-cycles',
      { path: '^(?:app|components|lib)/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
      'What goes round in circles cannot be read from one end.',
    ),
    never('nothing-unresolvable', {}, { couldNotResolve: true }, 'A path that leads nowhere.'),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated'] },
    exclude: { path: ['^lib/db/generated', '^lib/checks/planted', '^\\.next', '^dist'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
