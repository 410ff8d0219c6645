/** What a person finds when the connection is lost at the worst moment, and when it is back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a payment pressed offline is told as not sent, and never goes out by itself', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'theo');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  await page.getByLabel('Amount in dollars').fill('23.45');
  await page.getByRole('button', { name: 'Continue' }).click();
  const pay = page.getByRole('button', { name: 'Pay $23.45' });
  await pay.waitFor();
  const sent: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/payments')) sent.push(response.url());
  });

  await page.context().setOffline(true);
  await pay.click();
  const told = page.getByRole('alert').filter({ hasText: 'We cannot be reached just now' });
  await told.waitFor();
  expect(await told.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await pay.isEnabled()).toBe(true);

  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  await page.reload();
  await pay.waitFor();
  expect(sent).toEqual([]);
  await pay.click();
  await page.getByRole('heading', { name: 'Payment accepted' }).waitFor();
  expect(sent.length).toBe(1);
});

test('a page that cannot come says so in its place, and opens when it can', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  await page.context().setOffline(true);
  await page.getByRole('link', { name: /^Pay \$/ }).click();
  await page.getByRole('heading', { name: 'This page did not open' }).waitFor();
  const words = await page.getByRole('main').innerText();
  expect(words).toContain('We cannot be reached just now');
  expect(words).toContain('555-0142');
  await page.getByRole('navigation', { name: 'Your account' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Make a payment' }).waitFor();
});

test('a portal that cannot start says so, with a telephone number and a retry', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  await page.route('**/brand.json', (route) => route.abort());
  await page.goto('/contracts');
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/cannot be reached just now[\s\S]*555-0142/);
  expect(await page.getByRole('status').count()).toBe(0);
  await page.unroute('**/brand.json');
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.locator('article').first().waitFor();
});

test('a mistyped address of a contract is told as an address that leads nowhere', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  for (const path of ['/contracts/814201126', '/contracts/814201126/pay']) {
    await open(page, path);
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  }
  expect(faults).toEqual([]);
});
