/// <reference lib="dom" />
/**
 * Goal: a lessee moves, books and cancels appointments on a telephone; the inspector sees it; a
 * place that closes offers another time.
 * Method: one walk through portal and desk, without a violation.
 */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAtDesk } from '../desk-visitor.ts';
import { deskUrl, portalUrl } from '../places.ts';
import { DESK, openBrowser, signIn, visit } from '../visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function checkAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

test('appointments of a lease’s end, by the lessee, the inspector and operations', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const lease = page.locator('article').filter({ hasText: /Lease \d/ });
  const path = await lease.locator('h2 a').first().getAttribute('href');
  await page.goto(`${path}/lease-end/appointments`);
  await page.getByRole('heading', { name: 'You give the car back' }).waitFor();
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await checkAxe(page);

  await press(page, 'Move it');
  await press(page, /Harbor Point Motors/);
  await page.getByRole('button', { name: '10:15 AM' }).nth(3).click();
  await page.getByText('We keep this time for you until').waitFor();
  await checkAxe(page);
  await press(page, /^Move it to/);
  await page.getByRole('status').filter({ hasText: 'Moved to' }).waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Add it to your calendar' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  expect(file).toContain('SEQUENCE:1');

  await press(page, 'Book another appointment');
  await page.getByLabel('Have it inspected at home').check();
  await press(page, 'Go on');
  await press(page, /Plumb Line/);
  await press(page, '9:30 AM');
  await page.getByLabel('Street and number').fill('12 Heron Way');
  await press(page, /^Book /);
  await page.getByRole('link', { name: 'Enter the city' }).click();
  await page.keyboard.type('Harbor Point');
  await page.getByLabel('State').fill('NJ');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Booked for' }).waitFor();
  await page.setViewportSize({ width: 320, height: 635 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(320);

  const inspector = await visit(browser, deskUrl());
  await signInAtDesk(inspector.page, 'inspector');
  await inspector.page.getByText('Go to 12 Heron Way, Harbor Point, NJ').waitFor();
  await checkAxe(inspector.page);
  expect(await inspector.page.getByText('Delgado').count()).toBe(0);

  const desk = await visit(browser, deskUrl(), { viewport: DESK });
  await signInAtDesk(desk.page, 'operations');
  await desk.page.getByRole('link', { name: 'Places' }).click();
  const place = desk.page.getByRole('region', { name: 'Plumb Line Inspections' });
  await place.getByText('Change its hours from a day on').click();
  await place.getByRole('textbox', { name: 'Hours' }).fill('mon-fri 17:00-20:00');
  await place.getByRole('button', { name: 'Save and tell' }).last().click();
  await place.getByText(/lost (?:its|their) time/).waitFor();
  await checkAxe(desk.page);

  await page.goto(`${path}/lease-end/appointments`);
  await press(page, /^Take /);
  await page.getByRole('status').filter({ hasText: 'Moved to' }).waitFor();
  const home = page.getByRole('region', { name: 'The car is inspected at home' });
  await home.getByRole('button', { name: 'Cancel it' }).click();
  await home.getByRole('button', { name: 'Yes, cancel it' }).click();
  await page.getByRole('status').filter({ hasText: 'is cancelled' }).waitFor();
  // Only the one that the test asked for by its address.
  expect(loads).toBe(1);
  expect(faults).toEqual([]);
}, 120_000);
