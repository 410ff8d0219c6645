/**
 * Goal: people change what is on file by keyboard alone, and who lost everything needs no script.
 * Method: one customer of the demonstration; each page is held to axe and to 320 px.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tabUntil } from '../keys.ts';
import { portalUrl } from '../places.ts';
import { faultsOf } from '../readable.ts';
import { openBrowser, signIn, visit } from '../visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('another address by keyboard: a wrong ZIP says its rule, the right one is kept', async () => {
  const { page } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await signIn(page, 'rosa');
  await page.goto('/details');
  const change = page.getByRole('button', { name: 'Change the mailing address' });
  await change.waitFor();
  await tabUntil(page, change, 40);
  await page.keyboard.press('Enter');
  const zip = page.locator('#mailing-zip');
  await tabUntil(page, zip, 12);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  const rule = page.locator('#mailing-zip-error');
  await rule.waitFor();
  expect(await rule.innerText()).toContain('five digits');
  expect(await faultsOf(page)).toEqual([]);
  await zip.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('53201');
  await page.keyboard.press('Enter');
  await page.getByText('Your mailing address is changed.').waitFor();
  await page.getByText(/ZIP: from .* to 53201/).waitFor();
});

test('without script: wrong facts say so, begin nothing and stay in the form', async () => {
  const { page } = await visit(browser, portalUrl(), { javaScriptEnabled: false });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Lost your password, phone and email?' }).click();
  await page.getByLabel('Contract number').fill('LMF-0000');
  await page.getByLabel('Month').fill('4');
  await page.getByLabel('Day').fill('12');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel(/Last four digits/).fill('0001');
  await page.getByLabel('ZIP code').fill('97201');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.getByRole('alert').innerText()).toMatch(/could not match/);
  expect(await page.getByLabel('Contract number').inputValue()).toBe('LMF-0000');
  const { page: seen } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await seen.goto('/sign-in/lost-everything');
  expect(await faultsOf(seen)).toEqual([]);
});
