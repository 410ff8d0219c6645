/** A bank account from its first typing error to its removal, and a promise that needs it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, PASSWORD, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Focus follows a moment after the words are there. */
async function hasFocus(page: Page, said: Locator): Promise<void> {
  const element = await said.elementHandle();
  await page.waitForFunction((each) => each === document.activeElement, element);
}

test('an account is saved when every number fits, and removed when one is sure', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/pay`);
  await page.getByRole('link', { name: 'Add a bank account' }).click();
  await page.getByLabel('Name on the account').fill('Rosa Delgado');
  await page.getByLabel('Routing number').fill('123456789');
  await page.getByLabel('Account number', { exact: true }).fill('70004321');
  await page.getByLabel('Account number again').fill('7000 4321');
  const password = page.getByLabel('Your password');
  await password.fill('not it');
  const save = page.getByRole('button', { name: 'Save the account' });
  await save.click();
  const summary = page.getByRole('alert');
  await summary.filter({ hasText: 'Check the routing number' }).waitFor();

  await page.getByLabel('Routing number').fill('021000021');
  await save.click();
  await summary.filter({ hasText: 'That is not your password' }).waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await password.getAttribute('aria-invalid')).toBe('true');

  await password.fill(PASSWORD);
  await save.click();
  const added = page.getByRole('radio', { name: 'Checking account ending in 4321' });
  await added.waitFor();
  expect(await added.isChecked()).toBe(true);

  await page.getByRole('link', { name: 'Remove a bank account' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'ending in 4321' });
  await row.getByRole('button', { name: /^Remove/ }).click();
  await row.getByRole('button', { name: 'Keep it' }).click();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await row.getByRole('button', { name: 'Yes, remove it' }).click();
  const said = page.getByRole('status').filter({ hasText: 'ending in 4321 is removed' });
  await said.waitFor();
  await hasFocus(page, said);
  expect(await row.count()).toBe(0);
  await page.getByRole('link', { name: 'Back to the payment' }).click();
  await page
    .getByRole('radio', { name: /account ending in/ })
    .first()
    .waitFor();
  expect(await added.count()).toBe(0);
});

test('an account that a promise needs stays, until the promise is cancelled', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'theo');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  await page.getByLabel('Amount in dollars').fill('12.34');
  const day = page.getByLabel('On which day?');
  const later = Date.parse((await day.getAttribute('min')) ?? '') + 6 * 86_400_000;
  await day.fill(new Date(later).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Promise $12.34' }).click();
  await page.getByRole('heading', { name: 'Payment promised' }).waitFor();
  await page.getByRole('link', { name: 'Back to the contract' }).click();
  const promised = page.locator('section', { has: page.locator('#promised') });
  const label = /\w+ account ending in \d{4}/.exec(await promised.innerText())?.[0] ?? 'none';
  await open(page, '/payment-methods');
  const row = page.getByRole('listitem').filter({ hasText: label });
  await row.getByRole('button', { name: /^Remove/ }).click();
  await row.getByRole('button', { name: 'Yes, remove it' }).click();
  await row.getByRole('alert').filter({ hasText: 'A payment is promised' }).waitFor();

  await open(page, path);
  await promised.getByRole('button', { name: /^Cancel Payment promised for/ }).click();
  const said = promised.getByRole('status').filter({ hasText: 'is cancelled' });
  await said.waitFor();
  await hasFocus(page, said);
  await promised.getByText('You can cancel until').waitFor({ state: 'detached' });
  await open(page, `${path}/history`);
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: 'Promised payment cancelled' })
    .first();
  expect(await entry.innerText()).toMatch(/for \w+day, \w+ \d+, \d{4}[\s\S]*\$12\.34/);
});
