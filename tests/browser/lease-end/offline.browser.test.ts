/** Without a connection a page of ours opens, and nothing of an account is kept for that. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { contractPaths, open, openBrowser, signIn, visit } from '../visitor.ts';
import { begin, note } from './walk/walk-person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LENDER = 'Larkspur Motor Finance';

/** Waits until the worker has what it keeps and watches this page. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const cachedPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = names.map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(lists)).flat().map(({ url }) => new URL(url).pathname);
  });

test.each(['/', '/sign-in'])('%s opens a page of ours without a connection', async (path) => {
  const { page } = await visit(browser, portalUrl());
  await open(page, path);
  await untilKept(page);
  await page.context().setOffline(true);
  await page.goto(path);
  await page.getByRole('heading', { name: 'There is no connection', level: 1 }).waitFor();
  expect(await page.title()).toContain(LENDER);
  await page.getByRole('link', { name: '(555) 555-0142' }).first().waitFor();
  // Styled as ever: the files of the page are kept with it.
  const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(font).not.toBe('"Times New Roman"');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page
    .getByRole('heading', { name: 'There is no connection' })
    .waitFor({ state: 'detached' });
});

test('the page for no connection leads to the walk that is kept here, and it opens', async () => {
  const { page } = await visit(browser, portalUrl());
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await untilKept(page);
  // Both workers: the planner's, and the one for all other pages.
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
  await expect.poll(() => cachedPaths(page)).toContain('/lease-end/walk');
  await expect.poll(() => cachedPaths(page)).toContain('/offline');
  await page.context().setOffline(true);
  await page.goto('/sign-in');
  await page.getByText('Your kept walk around the car is here.').waitFor();
  await page.getByRole('link', { name: 'Open my walk' }).click();
  await page.getByRole('heading', { name: 'Your walk is still here' }).waitFor();
  await page.getByText(/1 thing found/).waitFor();
});

test('where no walk was kept, the page for no connection speaks of none', async () => {
  const { page } = await visit(browser, portalUrl());
  await open(page, '/');
  await untilKept(page);
  await page.context().setOffline(true);
  await page.goto('/');
  await page.getByRole('heading', { name: 'There is no connection' }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByText('Your kept walk around the car is here.').isVisible()).toBe(false);
});

test('nothing of an account is kept for that, and its pages open no other', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'maya');
  const [path = ''] = await contractPaths(page);
  await open(page, path);
  await untilKept(page);
  const paths = await cachedPaths(page);
  expect(paths).toContain('/offline');
  expect(
    paths.filter((each) => !/^\/(offline$|assets\/|brand\.css$|favicon\.svg$)/.test(each)),
  ).toEqual([]);
  const kept = await page.evaluate(async () => (await caches.match('/offline'))?.text());
  expect(kept).toContain('data-who="guest"');
  await page.context().setOffline(true);
  await page.goto(path);
  await page.getByRole('heading', { name: 'There is no connection' }).waitFor();
});
