/** Signing in, asking why, and paying, with nothing but a keyboard. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tabUntil } from './keys.ts';
import { portalUrl } from './places.ts';
import { open, openBrowser, PASSWORD, visit } from './visitor.ts';

const MOST_STEPS = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Presses Tab until a thing has focus, and sees that a person can tell. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await tabUntil(page, target, MOST_STEPS);
  const outline = await target.evaluate((element) => {
    const place = element.matches('[type=radio]') ? (element.closest('label') ?? element) : element;
    return getComputedStyle(place).outlineStyle + getComputedStyle(element).outlineStyle;
  });
  expect(outline).not.toBe('nonenone');
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a person without a mouse signs in, asks why and pays', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await open(page, '/');
  await pressOn(page, page.getByRole('banner').getByRole('link', { name: 'Sign in' }));
  await tabTo(page, page.getByLabel('User name or email'));
  await page.keyboard.type('ines');
  await tabTo(page, page.getByRole('textbox', { name: 'Password' }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  const amount = page.getByRole('button', { name: /Amount due: why this number/ });
  await pressOn(page, amount);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await amount.evaluate((element) => element === document.activeElement)).toBe(true);

  await pressOn(page, page.getByRole('link', { name: /^Pay \$/ }));
  await pressOn(page, page.getByRole('button', { name: 'Continue' }));
  await pressOn(page, page.getByRole('button', { name: /^Pay \$/ }));
  const receipt = page.getByRole('heading', { name: 'Payment accepted' });
  await receipt.waitFor();
  expect(await receipt.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(faults).toEqual([]);
});
