/**
 * A small house in which every layer rule is broken once, and the imports that must stay lawful.
 * `layers.test.ts` writes it into a temporary folder and cruises it with the real rules.
 */

/** One file of the small house; `breaks` names the one rule that its import breaks. */
export type PlantedFile = { path: string; text: string; breaks?: string };

const domain = 'packages/domain/src';
const api = 'packages/api/src';
const server = 'packages/server/src';
const web = 'packages/web/src';

/** What everybody may import; nothing here breaks a rule. */
const lawful: PlantedFile[] = [
  { path: `${domain}/money/cents.ts`, text: 'export const zeroCents = 0n;' },
  {
    path: `${domain}/time/calendar.ts`,
    text: "import '../money/cents.ts';\nexport type Day = string;",
  },
  { path: `${domain}/loan/accrual.ts`, text: "import '@roadbook/domain/money/cents';\nexport {};" },
  { path: `${domain}/lease/mileage.ts`, text: 'export const miles = 0n;' },
  {
    path: `${domain}/loan/accrual.test.ts`,
    text: "import 'vitest';\nimport './accrual.ts';\nimport '../../testing/case-table.ts';",
  },
  { path: `packages/domain/testing/case-table.ts`, text: "import 'node:fs';\nexport {};" },
  { path: `${domain}/close/close-day.ts`, text: "import '../payment/pay.ts';\nexport {};" },
  { path: `${domain}/payment/pay.ts`, text: "import '../loan/accrual.ts';\nexport {};" },
  { path: `${api}/problem-codes.ts`, text: "import type {} from 'zod';\nexport const codes = [];" },
  {
    path: `${api}/overview.ts`,
    text: "import 'zod';\nimport '@roadbook/domain/money/cents';\nexport {};",
  },
  {
    path: `${server}/platform/database/query.ts`,
    text: "import 'pg';\nimport '@electric-sql/pglite';\nexport {};",
  },
  {
    path: `${server}/main.ts`,
    text: "import './platform/database/query.ts';\nimport '@roadbook/api/overview';",
  },
  { path: `${server}/main.kill.test.ts`, text: "import 'pg';\nimport './main.ts';" },
  { path: `${web}/shared/amount.ts`, text: "import '@roadbook/domain/money/cents';\nexport {};" },
  {
    path: `${web}/portal/home.ts`,
    text:
      "import type {} from '@roadbook/api/overview';\nimport '@roadbook/api/problem-codes';\n" +
      "import '../shared/amount.ts';\nexport {};",
  },
  // A circle is reported once, at the first of its files.
  { path: `${server}/circle/second.ts`, text: "import './first.ts';\nexport {};" },
  { path: `${web}/desk/queue.ts`, text: 'export {};' },
  { path: `${web}/lease-end/walk.ts`, text: "import '../shared/amount.ts';\nexport {};" },
  { path: `${web}/desk/sees-a-walk.ts`, text: "import '../lease-end/walk.ts';\nexport {};" },
  // What a test of a room may use: the rooms above it, and the folders testing/.
  {
    path: `${server}/book/write/writer.test.ts`,
    text: "import '../../serve/start.ts';\nimport '../../../testing/samples.ts';\nexport {};",
  },
  { path: `packages/server/testing/samples.ts`, text: "import '../src/serve/start.ts';" },
  { path: `${server}/serve/start.ts`, text: "import '../book/write.ts';\nexport {};" },
  { path: `${server}/book/write.ts`, text: 'export {};' },
];

const upwards: [string, string][] = [
  ['money', 'ledger'],
  ['time', 'contract'],
  ['ledger', 'contract'],
  ['vehicle', 'wear'],
  ['place', 'lease-end'],
  ['schedule', 'contract'],
  ['contract', 'loan'],
  ['loan', 'payment'],
  ['lease', 'close'],
  ['wear', 'payment'],
  ['person', 'payment'],
  ['payment', 'lease-end'],
  ['lease-end', 'close'],
];

/** Each folder of the domain looks up once, at a file that looks at nothing. */
const lookingUp: PlantedFile[] = upwards.flatMap(([below, above]) => [
  { path: `${domain}/${above}/seen-from-${below}.ts`, text: 'export {};' },
  {
    path: `${domain}/${below}/looks-up.ts`,
    text: `import '../${above}/seen-from-${below}.ts';\nexport {};`,
    breaks: `domain-${below}-never-looks-up`,
  },
]);

/** Each folder of the server with one that it may not see: above it, or beside it on its rung. */
const outOfSight: [string, string][] = [
  ['platform', 'operation'],
  ['lender', 'platform'],
  ['book', 'operation'],
  ['letters', 'book'],
  ['operation', 'people'],
  ['people', 'http'],
  ['money', 'boarding'],
  ['boarding', 'contracts'],
  ['lease-end', 'contracts'],
  ['contracts', 'desk'],
  ['desk', 'http'],
  ['held', 'desk'],
  ['http', 'demo'],
  ['demo', 'serve'],
  ['serve', 'cli'],
];

const lookingAside: PlantedFile[] = [
  ...outOfSight.flatMap(([from, at]) => [
    { path: `${server}/${at}/seen-from-${from}.ts`, text: 'export {};' },
    {
      path: `${server}/${from}/looks-up.ts`,
      text: `import '../${at}/seen-from-${from}.ts';\nexport {};`,
      breaks: `server-${from}-looks-down`,
    },
  ]),
  {
    path: `${server}/cli/looks-up.ts`,
    text: "import '../main.ts';\nexport {};",
    breaks: 'server-cli-looks-down',
  },
];

/** A file with one import that breaks one rule. */
function breaking(breaks: string, path: string, imported: string): PlantedFile {
  return { path, text: `import '${imported}';\nexport {};`, breaks };
}

const trespasses: PlantedFile[] = [
  breaking('domain-is-pure', `${domain}/money/reads-a-file.ts`, 'node:fs'),
  breaking('domain-is-pure', `${domain}/money/validates.ts`, 'zod'),
  breaking('domain-is-pure', `${domain}/money/knows-the-wire.ts`, '@roadbook/api/problem-codes'),
  breaking('loan-and-lease-are-strangers', `${domain}/loan/peeks.ts`, '../lease/mileage.ts'),
  breaking(
    'loan-and-lease-are-strangers',
    `${domain}/lease/peeks.ts`,
    '@roadbook/domain/loan/accrual',
  ),
  breaking('api-knows-domain-and-zod-only', `${api}/hashes.ts`, 'node:crypto'),
  breaking(
    'api-knows-domain-and-zod-only',
    `${api}/queries.ts`,
    '@roadbook/server/platform/database/query',
  ),
  breaking('browser-files-of-the-wire-carry-no-zod', `${api}/wire-browser.ts`, 'zod'),
  breaking('browser-files-of-the-wire-carry-no-zod', `${api}/wire-browser-ids.ts`, './overview.ts'),
  breaking('server-never-imports-web', `${server}/renders.ts`, '@roadbook/web/shared/amount'),
  breaking('only-platform-talks-to-a-database', `${server}/book/counts.ts`, 'pg'),
  breaking(
    'only-platform-talks-to-a-database',
    `${server}/serve/embedded.ts`,
    '@electric-sql/pglite',
  ),
  breaking('only-platform-talks-to-a-database', `${server}/boarding/copies.ts`, 'pg-copy-streams'),
  breaking(
    'web-never-imports-server',
    `${web}/portal/asks.ts`,
    '@roadbook/server/platform/database/query',
  ),
  breaking('web-takes-types-from-the-wire', `${web}/portal/binds.ts`, '@roadbook/api/overview'),
  breaking('no-zod-in-the-browser', `${web}/portal/validates.ts`, 'zod'),
  breaking('portal-and-desk-are-strangers', `${web}/portal/peeks.ts`, '../desk/queue.ts'),
  breaking('portal-and-desk-are-strangers', `${web}/desk/peeks.ts`, '../portal/home.ts'),
  breaking('web-shared-never-looks-up', `${web}/shared/peeks.ts`, '../portal/home.ts'),
  breaking('web-shared-never-looks-up', `${web}/shared/strolls.ts`, '../lease-end/walk.ts'),
  breaking('web-lease-end-never-looks-up', `${web}/lease-end/peeks.ts`, '../portal/home.ts'),
  breaking('nothing-is-circular', `${server}/circle/first.ts`, './second.ts'),
  breaking('production-never-imports-a-test', `${server}/uses-a-test.ts`, './main.kill.test.ts'),
  breaking('testing-is-for-tests', `${server}/uses-samples.ts`, '../testing/samples.ts'),
  breaking(
    'testing-is-for-tests',
    `${domain}/loan/uses-an-oracle.ts`,
    '../../testing/case-table.ts',
  ),
  breaking('every-import-resolves', `${server}/guesses.ts`, '@roadbook/domain/money/pounds'),
  breaking('every-package-is-declared', `${server}/borrows.ts`, 'undeclared'),
];

export const plantedFiles: PlantedFile[] = [
  ...lawful,
  ...lookingUp,
  ...lookingAside,
  ...trespasses,
];

/** What each workspace of the small house declares, and so what is installed in it. */
export const plantedPackages: Record<string, string[]> = {
  domain: ['zod'],
  api: ['@roadbook/domain', 'zod'],
  server: [
    '@roadbook/api',
    '@roadbook/domain',
    '@roadbook/web',
    'pg',
    '@electric-sql/pglite',
    'pg-copy-streams',
  ],
  web: ['@roadbook/api', '@roadbook/domain', '@roadbook/server', 'zod'],
};
