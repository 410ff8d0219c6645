/** Every screen of the planner for everybody: names, contrast, width, keyboard, odd answers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { faultsOf } from '../readable.ts';
import { openBrowser } from '../visitor.ts';
import { makePlan, turnTo, visitPlanner } from './planner.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const QUESTIONS = ['ends', 'payment', 'odometer', 'allowance', 'fees', 'offers', 'car', 'service'];

test('every screen can be read by everybody', async () => {
  const { page, faults } = await visitPlanner(browser, portalUrl());
  await page.goto('/lease-end');
  const found = await faultsOf(page);
  await makePlan(page);
  for (const summary of await page.locator('details > summary').all()) await summary.click();
  found.push(...(await faultsOf(page)));
  for (const question of QUESTIONS) {
    await turnTo(page, `/lease-end/ask/${question}`);
    found.push(...(await faultsOf(page)));
  }
  await turnTo(page, '/lease-end/ask/payment');
  await page.getByLabel('Monthly payment').fill('much');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  found.push(...(await faultsOf(page)));
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('a person without a mouse makes a plan, moves the day and chooses a step', async () => {
  const { page, faults } = await visitPlanner(browser, portalUrl());
  await page.goto('/lease-end');
  const start = page.getByRole('link', { name: 'See what it will cost me' });
  await start.focus();
  await page.keyboard.press('Enter');
  for (const text of ['03/15/2027', '415.20', '33200']) {
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByText(/All in all/).waitFor();
  expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuetext')).toBe('Sunday, March 14, 2027');
  const step = page.getByRole('checkbox', { name: /Drive at most/ });
  await step.focus();
  await page.keyboard.press('Space');
  await page.getByText(/with what you checked/).waitFor();
  const amount = page.getByRole('button', { name: /why this number/ }).first();
  await amount.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test.each([
  ['ends', 'Last day of the lease', '03/15/2019', 'Enter a day between'],
  ['ends', 'Last day of the lease', '02/30/2027', 'Enter month, day and year'],
  ['odometer', 'Miles on the odometer', '1000000000', 'between 0 and 999,999'],
  ['payment', 'Monthly payment', '0', 'between $0.01 and $25,000.00'],
  ['price', 'Price at the end of the lease', '90000', 'always lower than what it cost at first'],
  ['term', 'Months', '900', 'between 1 and 84'],
  ['car', 'VIN, if you do not know the model year', '1HGCM82633A004353', 'ninth character'],
])('%s: what cannot be is refused beside its field, and kept', async (id, label, typed, says) => {
  const { page } = await visitPlanner(browser, portalUrl());
  await makePlan(page);
  if (id === 'price') {
    await turnTo(page, '/lease-end/ask/car');
    await page.getByLabel('Price on the window sticker when new').fill('34150');
    await page.keyboard.press('Enter');
    await page.getByText(/All in all/).waitFor();
  }
  await turnTo(page, `/lease-end/ask/${id}`);
  await page.getByLabel(label).fill(typed);
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.waitFor();
  expect(await summary.textContent()).toContain(says);
  expect(await summary.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await page.getByLabel(label).getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel(label).inputValue()).toBe(typed);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await page.getByText(/All in all/).waitFor();
});
