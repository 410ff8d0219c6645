/**
 * The layers of ARCHITECTURE.md, as rules that a machine keeps. Each comment says why the rule is
 * worth its trouble: it is what you read when the rule stops you.
 *
 * tests/house/layers.test.ts plants one violation of every rule and asks for its name, because a
 * rule here dies in silence when an import resolves to something unexpected.
 */
const { join } = require('node:path');

/** A test, or what only tests use: a folder testing/ holds readers of case tables and the like. */
const test = '\\.test\\.tsx?$|/testing/';
const aTest = '\\.test\\.tsx?$|^tests/';
const testing = '^packages/.*/testing/';
const production = { path: '^packages/[^/]+/src/', pathNot: test };

/** A package of npm by name, wherever it is installed. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const floor = ['money', 'time'];
const trade = ['loan', 'lease', 'wear', 'person'];

/**
 * The ladder inside the domain: a folder imports itself, its neighbours on the same rung, and the
 * rungs below. `vehicle` knows VINs and odometers, `place` hours and slots, and neither contracts.
 */
const ladder = [
  floor,
  ['ledger', 'schedule', 'vehicle', 'place'],
  ['contract'],
  trade,
  ['payment'],
  ['lease-end'],
  ['close'],
];

const rungsUpTo = (height) =>
  `^packages/domain/src/(${ladder
    .slice(0, height + 1)
    .flat()
    .join('|')})/`;

/** One rule for each folder of the ladder: it never looks up. */
const neverLooksUp = ladder.flatMap((rung, height) =>
  rung.map((folder) => ({
    name: `domain-${folder}-never-looks-up`,
    comment:
      `${folder}/ stands below what it imports here. The ladder is ` +
      `${ladder.map((names) => names.join(', ')).join(' <- ')}. Move the shared idea down, or ` +
      'hand what you need in as an argument.',
    severity: 'error',
    from: { path: `^packages/domain/src/${folder}/` },
    to: { path: '^packages/domain/src/', pathNot: [rungsUpTo(height), test] },
  })),
);

const domain = [
  {
    name: 'domain-is-pure',
    comment:
      'The trade runs anywhere and can be proved because nothing enters it but its arguments: no ' +
      'package, no Node module, no other part of this house. Take what you need as an argument.',
    severity: 'error',
    from: { path: '^packages/domain/src/', pathNot: test },
    to: { pathNot: '^packages/domain/(src|testing)/' },
  },
  ...neverLooksUp,
  {
    name: 'loan-and-lease-are-strangers',
    comment:
      'A loan and a lease have different law, words and arithmetic. What both need belongs to ' +
      'contract/ or below; what treats both alike belongs to payment/ or close/.',
    severity: 'error',
    from: { path: '^packages/domain/src/(loan|lease)/' },
    to: { path: '^packages/domain/src/(loan|lease)/', pathNot: '^packages/domain/src/$1/' },
  },
];

const api = [
  {
    name: 'api-knows-domain-and-zod-only',
    comment:
      'The wire is read by the server, the browser and the printer of OpenAPI. Whatever it ' +
      'imports, all three carry.',
    severity: 'error',
    from: { path: '^packages/api/src/', pathNot: test },
    to: { pathNot: ['^packages/(api|domain)/src/', npm('zod')] },
  },
  {
    name: 'browser-files-of-the-wire-carry-no-zod',
    comment:
      'wire-browser* and problem-codes are the files of the API that a browser loads. zod is ' +
      '92 kB of somebody’s telephone bill: import its types, or nothing.',
    severity: 'error',
    from: { path: '^packages/api/src/(wire-browser|problem-codes)' },
    to: {
      path: ['^packages/api/src/', npm('zod')],
      pathNot: '^packages/api/src/(wire-browser|problem-codes)',
      dependencyTypesNot: ['type-only'],
    },
  },
];

/**
 * The ladder inside the server: a folder imports itself and the rungs below. Folders on one rung
 * are strangers: what they need of each other goes through the book, or moves down.
 */
const serverLadder = [
  ['platform', 'lender'],
  ['book', 'letters'],
  ['operation'],
  ['people'],
  ['money', 'boarding'],
  ['lease-end', 'contracts'],
  ['desk', 'held'],
  ['http', 'demo'],
  ['serve'],
  ['cli'],
];

const serverRungsBelow = (height) => serverLadder.slice(0, height).flat();

/** One rule for each folder of the server: it looks down only, neither up nor beside itself. */
const serverLooksDown = serverLadder.flatMap((rung, height) =>
  rung.map((folder) => ({
    name: `server-${folder}-looks-down`,
    comment:
      `${folder}/ may import itself and the rungs below it. The ladder of the server is ` +
      `${serverLadder.map((names) => names.join(', ')).join(' <- ')} <- main.ts, and folders on ` +
      'one rung are strangers. Move the shared idea down, or hand what you need in.',
    severity: 'error',
    from: { path: `^packages/server/src/${folder}/`, pathNot: test },
    to: {
      path: '^packages/server/src/',
      pathNot: `^packages/server/src/(${[folder, ...serverRungsBelow(height)].join('|')})/`,
    },
  })),
);

const server = [
  ...serverLooksDown,
  {
    name: 'server-never-imports-web',
    comment: 'The server hands out built files. It shares words with the screens through api/.',
    severity: 'error',
    from: { path: '^packages/server/src/' },
    to: { path: '^packages/web/' },
  },
  {
    name: 'only-platform-talks-to-a-database',
    comment:
      'SQL is visible because it stands in one place, one named function for each query, and ' +
      'both databases answer alike because one seam parses their values.',
    severity: 'error',
    from: {
      path: '^packages/server/src/',
      pathNot: ['^packages/server/src/platform/database/', test],
    },
    to: { path: npm('pg', 'pg-copy-streams', '@types/pg', '@electric-sql/pglite') },
  },
];

const web = [
  {
    name: 'web-never-imports-server',
    comment: 'What the screens need of the server comes over the wire; its shape stands in api/.',
    severity: 'error',
    // A test may judge a walk by the demonstration lender's guide, which is data of the server.
    from: { path: '^packages/web/', pathNot: test },
    to: { path: '^packages/server/' },
  },
  {
    name: 'web-takes-types-from-the-wire',
    comment:
      'An operation carries its zod schemas, so importing its value ships zod to a telephone. ' +
      'Write `import type`; values for the browser stand in wire-browser* and problem-codes.',
    severity: 'error',
    from: { path: '^packages/web/src/', pathNot: test },
    to: {
      path: '^packages/api/src/',
      pathNot: '^packages/api/src/(wire-browser|problem-codes)',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'no-zod-in-the-browser',
    comment: 'The server validates, and its result wins; a form checks itself with plain code.',
    severity: 'error',
    from: { path: '^packages/web/src/', pathNot: test },
    to: { path: npm('zod') },
  },
  {
    name: 'portal-and-desk-are-strangers',
    comment:
      'Two audiences, two bundles: a customer never downloads the desk, and a slip in one shows ' +
      'nothing in the other. What both use belongs to web/src/shared or web/src/lease-end.',
    severity: 'error',
    from: { path: '^packages/web/src/(portal|desk)/' },
    to: { path: '^packages/web/src/(portal|desk)/', pathNot: '^packages/web/src/$1/' },
  },
  {
    name: 'web-lease-end-never-looks-up',
    comment:
      'Planner, walk and the drawing of the car are a library of both entries. It imports itself ' +
      'and web/src/shared; what an entry has to give comes as a property.',
    severity: 'error',
    from: { path: '^packages/web/src/lease-end/', pathNot: test },
    to: { path: '^packages/web/src/', pathNot: '^packages/web/src/(lease-end|shared)/' },
  },
  {
    name: 'web-shared-never-looks-up',
    comment:
      'web/src/shared serves both bundles and the library of the lease end; knowing one of them ' +
      'would pull it into the others.',
    severity: 'error',
    from: { path: '^packages/web/src/shared/', pathNot: test },
    to: { path: '^packages/web/src/', pathNot: '^packages/web/src/shared/' },
  },
];

const everywhere = [
  {
    name: 'nothing-is-circular',
    comment:
      'Files that need each other are one idea in two places, or an idea that is still missing. ' +
      'Types count: a circle of types is a circle of understanding.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'production-never-imports-a-test',
    comment: 'What production needs is no test; move it out of the test and prove it there.',
    severity: 'error',
    from: production,
    to: { path: [aTest, npm('vitest', 'fast-check', 'playwright-core')] },
  },
  {
    name: 'testing-is-for-tests',
    comment:
      'A folder testing/ holds suites, samples and naive oracles. Were the program to lean on ' +
      'one, the oracle would share the fault that it is there to find.',
    severity: 'error',
    from: { pathNot: test },
    to: { path: testing },
  },
  {
    name: 'every-import-resolves',
    comment:
      'An import that resolves to nothing is invisible to every other rule here. Mend the path, ' +
      'or the exports of the package it names.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/' },
    // Vite makes `virtual:` modules while it builds; no file stands behind them.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'every-package-is-declared',
    comment:
      'A package that is only there because another package brought it leaves without a word. ' +
      'Declare it in the workspace that imports it: npm install --save-exact.',
    severity: 'error',
    from: production,
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...domain, ...api, ...server, ...web, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    // Type-only imports count as imports, and are told apart by `type-only`.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.base.json') },
    // `@roadbook/domain/money/cents` is found through the exports of the workspace's package.json.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
