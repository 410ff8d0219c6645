/**
 * Every page as four customers who are in different straits: readable for everybody, in both
 * schemes, on every width, without an error and without a request to anybody else.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { faultsOf } from './readable.ts';
import { contractPaths, open, openBrowser, settled, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens what is folded, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details > summary').all()) {
    await summary.click();
  }
  await settled(page);
}

describe.each(['maya', 'sam', 'rosa', 'lena'])('every page as %s', (login) => {
  test('can be read by everybody', async () => {
    const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
    await signIn(page, login);
    const found: string[] = [];
    const paths = await contractPaths(page);
    expect(paths.length).toBeGreaterThan(0);
    found.push(...(await faultsOf(page)));
    for (const path of paths) {
      await open(page, path);
      const hasTab = async (name: string): Promise<boolean> =>
        (await page.getByRole('link', { name, exact: true }).count()) > 0;
      const tabs = ['/history'];
      if (await hasTab('Payoff')) tabs.push('/payoff');
      if (await hasTab('Lease end')) tabs.push('/lease-end');
      await unfold(page);
      found.push(...(await faultsOf(page)));
      for (const part of [...tabs, '/cannot-pay', '/pay']) {
        await open(page, path + part);
        found.push(...(await faultsOf(page)));
      }
    }
    await page.getByRole('link', { name: 'Add a bank account' }).click();
    await page.getByLabel('Routing number').waitFor();
    found.push(...(await faultsOf(page)));
    await open(page, '/details');
    found.push(...(await faultsOf(page)));
    await open(page, '/payment-methods');
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    found.push(...(await faultsOf(page)));
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('the public pages can be read by everybody', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  const found: string[] = [];
  const notes = ['sign-in-refused', 'too-many-attempts', 'session-ended', 'signed-out'];
  for (const path of [
    '/',
    '/contact',
    '/offline',
    '/sign-in',
    ...notes.map((note) => `/sign-in?problem=${note}`),
  ]) {
    await open(page, path);
    found.push(...(await faultsOf(page)));
  }
  expect(faults).toEqual([]);
  await open(page, '/nowhere');
  found.push(...(await faultsOf(page)));
  expect(found).toEqual([]);
});

test('the way of a payment can be read by everybody', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await signIn(page, 'lena');
  const [path = ''] = await contractPaths(page);
  await open(page, path);
  await page
    .getByRole('button', { name: /why this number/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  const found = await faultsOf(page);
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
  found.push(...(await faultsOf(page)));
  await page.getByLabel('Amount in dollars').fill('10.01');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Pay $10.01' }).waitFor();
  found.push(...(await faultsOf(page)));
  await page.getByRole('button', { name: 'Pay $10.01' }).click();
  await page.getByRole('heading', { name: 'Payment accepted' }).waitFor();
  found.push(...(await faultsOf(page)));
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});
