/** Rules about words that may not be committed: unfinished work, real lenders, this workplace. */
import { isGenerated, isProduct } from './file-kinds.ts';
import { findInLines, join, type TidyRule } from './tidy-rule.ts';

// In capitals only: “todo” is an innocent word of Spanish.
const unfinished = new RegExp(join('\\b(TO·DO|FIX·ME)\\b|\\bX·XX\\b(?!-)|[Cc]o·ming [Ss]o·on'));

const finishedWork: TidyRule = {
  name: 'nothing-is-left-for-later',
  lesson:
    'What is committed is finished: no reminder to oneself, and no promise to a customer in place of a feature. Do it, leave it out, or file it where the team looks.',
  find: (tree) =>
    findInLines(
      tree,
      (path) => !isGenerated(path),
      (line) => {
        const found = unfinished.exec(line)?.[0];
        return found === undefined ? null : `says “${found}”`;
      },
    ),
  bad: [
    { 'packages/domain/src/loan/apr.ts': join('// TO·DO: leap years') },
    { 'packages/web/src/portal/home.tsx': join('<p>Com·ing so·on</p>') },
  ],
  good: { 'docs/boarding-files.md': 'A masked number reads XXX-XX-1234. We fixed the method.' },
};

// Only a path that begins here counts: `portal/home/page.ts` is a file of ours.
const machinePath = new RegExp(join('(?<![\\w.~*)}-])/(wo·rk|ho·me|ro·ot)/'));

const machinePaths: TidyRule = {
  name: 'no-path-of-a-machine',
  lesson:
    'A path that exists on one machine is wrong on every other. Take it from the repository root, from an argument or from the environment.',
  find: (tree) =>
    findInLines(
      tree,
      (path) => !isGenerated(path),
      (line) => {
        const found = machinePath.exec(line)?.[0];
        return found === undefined ? null : `names a path under ${found}`;
      },
    ),
  bad: [
    { 'docs/recipes/board.md': join('Copy it to /wo·rk/data.') },
    { 'scripts/x.mjs': join("const keys = '/ro·ot/keys';") },
    { 'README.md': join('/ho·me/ann/roadbook') },
  ],
  good: { 'packages/web/src/a.ts': "import './portal/home/page.ts';\nimport '../home/b.ts';" },
};

const workplace = new RegExp(
  [
    '`iss·ues\\b',
    '\\biss·ues (show|close|comment|file)\\b',
    '`dupli·cates\\b',
    '\\bfa·rm-[a-z]',
    '\\.lib·rary/',
    'regis·try\\.npm',
    'deb\\.deb·ian',
    'npm·js\\.org',
  ]
    .map(join)
    .join('|'),
  'i',
);

const workplaceTools: TidyRule = {
  name: 'no-tool-of-the-workplace',
  lesson:
    'The project outlives the place where it was written: no name of a tool of that place, and no address of a package registry (each machine sets its own).',
  find: (tree) =>
    findInLines(
      tree,
      () => true,
      (line) => {
        const found = workplace.exec(line)?.[0];
        return found === undefined ? null : `names ${found}`;
      },
    ),
  bad: [
    { 'CHANGELOG.md': join('See `iss·ues show 2`.') },
    { '.npmrc': join('regis·try=https://regis·try.npm·js.org/') },
    { 'scripts/a.sh': join('fa·rm-run all') },
  ],
  good: { 'CONTRIBUTING.md': 'File it under issues. Issues and duplicates are closed weekly.' },
};

/** Lenders, not makers: “a 2021 Toyota Camry” is a car, the maker’s finance arm is a lender. */
const lenders = [
  'Al·ly',
  'Car·Max',
  'Car·vana',
  'Toy·ota (Financial|Motor Credit)',
  'TM·CC',
  'Lex·us Financial',
  'Hyun·dai (Capital|Motor Finance|Finance)',
  'K·ia (Finance|Motors Finance)',
  'Fo·rd (Motor )?Credit',
  'Lin·coln Automotive Financial',
  'G·M Financial',
  'Ameri·Credit',
  'San·tander',
  'Chry·sler Capital',
  'Stel·lantis Financial',
  'JP·Morgan',
  'Cha·se (Auto|Bank)',
  'Capi·tal One',
  'Wel·ls Fargo',
  'Bank of Amer·ica',
  'Hon·da Finan',
  'Acu·ra Financial',
  'Nis·san Motor Acceptance',
  'Infi·niti Financial',
  'BM·W Financial',
  'Merce·des-Benz Financial',
  'Volks·wagen Credit',
  'V·W Credit',
  'Au·di Financial',
  'Por·sche Financial',
  'Sub·aru Motors Finance',
  'Maz·da Financial',
  'Mitsu·bishi Motors Credit',
  'Tes·la Fina',
  'Credit Accep·tance Corp',
  'West·lake Financial',
  'Exe·ter Finance',
  'Drive·Time',
  'Bridge·crest',
  'World Om·ni',
  'US·AA',
  'Navy Fed·eral',
  'Pen·Fed',
  'Fifth Th·ird',
  'Tru·ist',
  'T·D Auto Finance',
  'Hunting·ton (National )?Bank',
  'Citi·zens Bank',
];
const lender = new RegExp(`\\b(${lenders.map(join).join('|')})\\b`);

/** The people who read a page take a name on it for the sender. */
const isShown = (path: string): boolean =>
  (isProduct(path) || /^(docs\/|[A-Z]+\.md$)/.test(path)) && path !== 'GLOSSARY.md';

const realLenders: TidyRule = {
  name: 'no-real-lender',
  lesson:
    'A page that bears a real lender’s name is a tool for fraud. The demo lender is Larkspur Motor Finance (larkspur.example, 555-01xx); makes of vehicles are fine.',
  find: (tree) =>
    findInLines(tree, isShown, (line) => {
      const found = lender.exec(line)?.[0];
      return found === undefined ? null : `names the lender ${found}`;
    }),
  bad: [
    { 'packages/web/src/brand.ts': join("const name = 'Al·ly';") },
    { 'docs/boarding-files.md': join('Files of Toy·ota Motor Credit') },
  ],
  good: {
    'packages/server/src/demo/cars.ts': "['Toyota', 'Camry'], ['Ford', 'Escape'] // usually",
    'packages/server/src/boarding/real.test.ts': join("'al·ly-2017.xml', 'Al·ly'"),
  },
};

const telephone = /(?<![\d-])(?:\+1[ -]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g;

const fictionalNumbers: TidyRule = {
  name: 'telephone-numbers-are-fictional',
  lesson:
    'Somebody answers a real number. Every telephone number in the product and its documents is one of the 555-01xx numbers that are kept free for fiction.',
  find: (tree) =>
    findInLines(tree, isShown, (line) => {
      const real = [...line.matchAll(telephone)].find(([text]) => !/555[ .-]01\d\d$/.test(text));
      return real === undefined ? null : `shows a telephone number outside 555-01xx`;
    }),
  bad: [{ 'packages/web/src/brand.ts': "phone: '(303) 555-7142'" }],
  good: { 'packages/web/src/brand.ts': "phone: '(303) 555-0142', id: '12-345-678-9012'" },
};

export const wordRules = [
  finishedWork,
  machinePaths,
  workplaceTools,
  realLenders,
  fictionalNumbers,
];
