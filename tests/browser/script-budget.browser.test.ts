/** How much script a person has to load: measured as it crossed the wire. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, signIn, visit } from './visitor.ts';

const KILOBYTE = 1_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Weight = { readonly sent: number; readonly gzip: number };

/** Weighs every script that a page loads from now on, each once, as it was first sent. */
function weighScripts(page: Page): () => Promise<Weight> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const request = response.request();
    if (request.resourceType() !== 'script' || sizes.has(request.url())) return;
    sizes.set(
      request.url(),
      request.sizes().then(({ responseBodySize }) => responseBodySize),
    );
  });
  return async () => {
    let sent = 0;
    let gzip = 0;
    for (const [url, size] of sizes) {
      sent += await size;
      gzip += gzipSync(await (await page.request.get(url)).body()).length;
    }
    return { sent, gzip };
  };
}

function checkBudget({ sent, gzip }: Weight, kilobytes: number): void {
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(kilobytes * KILOBYTE);
  expect(gzip).toBeLessThanOrEqual(kilobytes * KILOBYTE);
}

test.each(['/', '/sign-in'])('%s loads at most 110 kB of script', async (path) => {
  const { page, faults } = await visit(browser, portalUrl());
  const weigh = weighScripts(page);
  await open(page, path);
  await page.waitForLoadState('networkidle');
  checkBudget(await weigh(), 110);
  expect(faults).toEqual([]);
});

/** Opens a page alone, as somebody who comes with nothing loaded, and weighs its script. */
async function weightOf(page: Page, path: string, shown: string): Promise<Weight> {
  const weigh = weighScripts(page);
  await open(page, path);
  await page.getByText(shown).first().waitFor();
  await page.waitForLoadState('networkidle');
  return weigh();
}

test('a lease’s overview and its lease end load at most 180 kB of script each', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const [path = ''] = await contractPaths(page);
  const storageState = await page.context().storageState();
  const alone = async (at: string, shown: string) => {
    const { page: fresh } = await visit(browser, portalUrl(), { storageState });
    return weightOf(fresh, at, shown);
  };
  checkBudget(await alone(path, 'See your ways out'), 165);
  const weight = await alone(`${path}/lease-end`, 'Every way out, side by side');
  console.log('script of the signed-in lease end as it opens, in bytes:', weight);
  checkBudget(weight, 170);
});

test('a lease’s end that was read to its foot has loaded at most 198 kB of script', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const [path = ''] = await contractPaths(page);
  const storageState = await page.context().storageState();
  const { page: read } = await visit(browser, portalUrl(), { storageState });
  const weigh = weighScripts(read);
  await open(read, `${path}/lease-end`);
  await read.getByRole('button', { name: 'Show the rest of this page' }).focus();
  await read.getByRole('heading', { name: 'Keep this with your account' }).waitFor();
  const weight = await weigh();
  console.log('script of the signed-in lease end read to its foot, in bytes:', weight);
  checkBudget(weight, 198);
});

test('all signed-in pages together load at most 180 kB of script', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  const weigh = weighScripts(page);
  await signIn(page, 'maya');
  const [path = ''] = await contractPaths(page);
  for (const part of ['', '/history', '/payoff', '/pay', '/pay/bank-account']) {
    await open(page, path + part);
  }
  const weight = await weigh();
  console.log('script of all signed-in pages, in bytes:', weight);
  checkBudget(weight, 180);
  expect(faults).toEqual([]);
});
