/** What a person reads when the answer is no: what happened, and what to do now. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an amount that cannot be read is told beside its field and in a summary', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  for (const [typed, answer] of [
    ['abc', 'Enter the amount in figures'],
    ['0', 'Enter an amount of at least 0.01'],
    ['-1', 'Enter an amount of at least 0.01'],
    ['0.001', 'Enter whole cents'],
  ] as const) {
    await page.getByLabel('Amount in dollars').fill(typed);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').filter({ hasText: answer }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.getByLabel('Amount in dollars').inputValue()).toBe(typed);
  }
  expect(faults).toEqual([]);
});

test('more than the payoff is refused with the payoff, and the answer is kept', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/payoff`);
  const shown = page.locator('#payoff + div button');
  const payoff = /\$[\d,]+\.\d\d/.exec(await shown.innerText())?.[0] ?? 'none';
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  await page.getByLabel('Amount in dollars').fill('999999');
  await page.getByRole('button', { name: 'Continue' }).click();
  const refusal = await page.getByRole('alert').innerText();
  expect(refusal).toContain(payoff);
  expect(await page.getByRole('button', { name: /^Pay \$/ }).count()).toBe(0);
  await page.goBack();
  expect(await page.getByLabel('Amount in dollars').inputValue()).toBe('999999');
});

test('an account that the bank refuses is said to be so, and nothing is paid', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'oscar');
  const [path = ''] = await contractPaths(page);
  await open(page, `${path}/pay`);
  await page.getByRole('radio', { name: /Another amount/ }).check();
  await page.getByLabel('Amount in dollars').fill('31.47');
  await page.getByRole('radio', { name: /ending in 0000/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Pay $31.47' }).click();
  const refusal = page.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/account/);
  expect(await page.getByRole('button', { name: 'Pay $31.47' }).isEnabled()).toBe(true);
  await open(page, `${path}/history`);
  await page
    .getByRole('button', { name: /why this number/ })
    .first()
    .waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('$31.47');
});
