import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

// The portal is built twice: once for browsers, once for this script, which then runs the public
// pages and writes them as HTML that paints and submits before, or without, any script.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const configFile = here('vite.config.ts');
const portal = here('dist/portal');
const served = here('dist/served');
const scratch = here('.cache/prerender');

await build({ configFile, logLevel: 'warn' });
await build({
  configFile,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: here('src/portal/served/served.tsx'),
    outDir: scratch,
    // The styles of the public pages belong to no script, so this build is the one to write them.
    ssrEmitAssets: true,
    rollupOptions: { input: here('src/portal/served/served.tsx') },
  },
});

const readManifest = async (folder) =>
  JSON.parse(await readFile(`${folder}/.vite/manifest.json`, 'utf8'));
const manifest = await readManifest(portal);
const publicStyles = (await readManifest(scratch))['src/portal/served/served.tsx'].css;
const { prerenderedPages } = await import(pathToFileURL(`${scratch}/served.js`).href);
const written = publicStyles.map((css) => `/${css}`);
const planner = assetsOf('src/portal/lease-end/main.tsx');
// What stands around the planner is written here too, and needs the styles of what is written.
const leaseEnd = { ...planner, styles: [...written, ...planner.styles] };
const guide = assetsOf('src/portal/lease-end/guide/start-later.ts');
const pages = prerenderedPages({
  public: { ...assetsOf('src/portal/public.ts'), styles: written },
  app: assetsOf('src/portal/app.tsx'),
  leaseEnd,
  guide: { ...guide, styles: leaseEnd.styles, later: planner.scripts[0] },
});
await cp(`${scratch}/assets`, `${portal}/assets`, { recursive: true });
await writeServed();
for (const { file, html } of pages) await writeFile(`${portal}/${file}`, html);
await writeWorker();
await writeOfflineWorker();
await rm(`${portal}/.vite`, { recursive: true });
await rm(scratch, { recursive: true });
console.log(`portal: ${pages.length} pages in dist/portal`);

/**
 * The pages that the server draws for one request: the module that draws them, whole, and a file
 * that hands it the assets of the public pages.
 */
async function writeServed() {
  const assets = { ...assetsOf('src/portal/public.ts'), styles: written };
  await rm(served, { recursive: true, force: true });
  await cp(`${scratch}/served.js`, `${served}/served.js`);
  await writeFile(
    `${served}/index.js`,
    `import { draw as drawWith, readAmount } from './served.js';\n` +
      `const assets = ${JSON.stringify(assets)};\n` +
      `export const draw = (page) => drawWith(page, assets);\nexport { readAmount };\n`,
  );
  await writeFile(`${served}/package.json`, '{ "type": "module" }\n');
}

/** The files of one entry: its own script, what it imports at once, and the styles of both. */
function assetsOf(entry) {
  const seen = new Set();
  const styles = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) visit(imported);
    for (const css of manifest[key].css ?? []) styles.add(`/${css}`);
  };
  visit(entry);
  seen.delete(entry);
  return {
    scripts: [`/${manifest[entry].file}`],
    preloads: [...seen].map((key) => `/${manifest[key].file}`),
    styles: [...styles],
  };
}

/**
 * The planner's worker keeps every file the planner may load, those it loads late among them. Its
 * version is a fingerprint of all it keeps: a page whose words changed counts, too.
 */
async function writeWorker() {
  const scripts = [...guide.scripts, ...lateFilesOf('src/portal/lease-end/main.tsx')];
  const files = [...leaseEnd.styles, ...scripts, '/brand.css'];
  const all = [...new Set([...files, '/favicon.svg'])].sort();
  const worker = 'src/portal/lease-end/offline/service-worker.js';
  await writeWithFiles(worker, 'lease-end-worker.js', all, 'lease-end');
}

/** The worker for no connection keeps one page and what it is drawn with. */
async function writeOfflineWorker() {
  const { scripts, preloads } = assetsOf('src/portal/public.ts');
  const files = [...new Set([...written, ...scripts, ...preloads, '/brand.css', '/favicon.svg'])];
  const worker = 'src/portal/offline/offline-worker.js';
  await writeWithFiles(worker, 'offline-worker.js', files.sort(), 'offline');
}

/** Writes a worker with its files and the fingerprint of all that it keeps. */
async function writeWithFiles(source, name, all, pagesOf) {
  const hash = createHash('sha256');
  for (const file of all) hash.update(file);
  for (const { file, html } of pages) if (file.startsWith(pagesOf)) hash.update(html);
  const text = await readFile(here(source), 'utf8');
  hash.update(text);
  const worker = text
    .replace('__VERSION__', hash.digest('hex').slice(0, 16))
    .replace('__FILES__', JSON.stringify(all));
  await writeFile(`${portal}/${name}`, worker);
}

/** Scripts, styles and typefaces of an entry with everything that it imports, at once or later. */
function lateFilesOf(entry) {
  const seen = new Set();
  const files = [];
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const { file, css = [], assets = [], imports = [], dynamicImports = [] } = manifest[key];
    for (const each of [file, ...css, ...assets]) files.push(`/${each}`);
    for (const each of [...imports, ...dynamicImports]) visit(each);
  };
  visit(entry);
  return files;
}
