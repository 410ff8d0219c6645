/**
 * Goal: the layer rules hold in this house, and each of them can be broken.
 * Method: cruise the real tree and a small house that breaks every rule once, with one rule file.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedFiles, plantedPackages } from './layers-planted.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const config = join(root, '.dependency-cruiser.cjs');

type Cruise = {
  modules: {
    source: string;
    dependencies: { module: string; resolved: string; dependencyTypes: string[] }[];
  }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};
type Rules = { forbidden: { name: string; comment: string; severity: string }[] };
const rules = (createRequire(import.meta.url)(config) as Rules).forbidden;

/** Runs the real program with the real rules, as the gate does. */
function cruise(folder: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', 'packages'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${run.stderr}`);
  return JSON.parse(run.stdout) as Cruise;
}

describe('this house', () => {
  let house: Cruise;
  beforeAll(() => {
    house = cruise(root);
  });

  test('breaks no layer rule', () => {
    const broken = house.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
    );
    expect(broken).toEqual([]);
  });

  test('was seen whole: a cruise that parses nothing would find nothing', () => {
    const seen = house.modules.filter(({ source }) => /^packages\/\w+\/src\//.test(source));
    expect(seen.length).toBeGreaterThan(60);
    expect(seen.flatMap((module) => module.dependencies).length).toBeGreaterThan(100);
  });

  test('was seen through the names of its packages, down to the files behind them', () => {
    const byName = house.modules
      .flatMap((module) => module.dependencies)
      .filter(({ module }) => module.startsWith('@roadbook/'));
    expect(byName.length).toBeGreaterThan(0);
    const lost = byName.filter(({ module, resolved }) => {
      const [, name, path] = /^@roadbook\/(\w+)\/(.+)$/.exec(module) ?? [];
      const folder = path?.startsWith('testing/') ? '' : 'src/';
      return resolved !== `packages/${name}/${folder}${path}.ts`;
    });
    expect(lost).toEqual([]);
  });

  test.each([
    ['domain', (folder: string) => `domain-${folder}-never-looks-up`],
    ['server', (folder: string) => `server-${folder}-looks-down`],
  ])('has a rung on the ladder for every folder of the %s', (name, ruleOf) => {
    const folders = readdirSync(join(root, 'packages', name, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const ruled = new Set(rules.map((rule) => rule.name));
    const without = folders.filter((folder) => !ruled.has(ruleOf(folder)));
    expect(without, 'put the folder on the ladder in .dependency-cruiser.cjs').toEqual([]);
  });
});

describe('every layer rule', () => {
  let folder: string;
  let violations: Set<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roadbook-layers-'));
    buildSmallHouse(folder);
    const found = cruise(folder).summary.violations;
    violations = new Set(found.map(({ rule, from }) => `${rule.name}: ${from}`));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const broken = plantedFiles.filter(({ breaks }) => breaks !== undefined);

  test.each(broken)('$breaks is reported for $path', ({ breaks, path }) => {
    expect([...violations]).toContain(`${breaks}: ${path}`);
  });

  test('is planted at least once, teaches, and stops the gate', () => {
    const planted = new Set(broken.map(({ breaks }) => breaks));
    // Nothing stands above the close, so its rule cannot be broken inside the domain.
    const unproved = rules.filter(
      ({ name }) => !planted.has(name) && name !== 'domain-close-never-looks-up',
    );
    expect(unproved.map(({ name }) => name)).toEqual([]);
    for (const { comment, severity } of rules) {
      expect(comment.length).toBeGreaterThan(40);
      expect(severity).toBe('error');
    }
  });

  test('accuses nothing else', () => {
    const expected = broken.map(({ breaks, path }) => `${breaks}: ${path}`);
    expect([...violations].sort()).toEqual(expected.sort());
  });
});

/** Writes the planted files and their workspaces, with empty packages in place of npm's. */
function buildSmallHouse(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of plantedFiles) write(path, `${text}\n`);
  const installed = new Set(['undeclared', 'vitest']);
  write('package.json', JSON.stringify({ name: 'house', devDependencies: { vitest: '1.0.0' } }));
  mkdirSync(join(folder, 'node_modules/@roadbook'), { recursive: true });
  for (const [name, declared] of Object.entries(plantedPackages)) {
    const dependencies = Object.fromEntries(declared.map((dependency) => [dependency, '1.0.0']));
    const manifest = {
      name: `@roadbook/${name}`,
      type: 'module',
      exports: { './*': './src/*.ts' },
    };
    write(`packages/${name}/package.json`, JSON.stringify({ ...manifest, dependencies }));
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@roadbook', name));
    for (const dependency of declared) installed.add(dependency);
  }
  for (const name of installed) {
    if (name.startsWith('@roadbook/')) continue;
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
}
