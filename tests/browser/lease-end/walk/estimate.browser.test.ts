/** What a walk comes to: guides that differ, a lender's own files, and walks kept and compared. */

import { writeChargeRows, writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../../places.ts';
import { open, openBrowser, visit } from '../../visitor.ts';
import { begin, goToSide, note, openEstimate, side, WALK } from './walk-person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

const GUIDE = csv(writeGuideRows({ ...LARKSPUR_GUIDE, id: 'own', title: 'A guide of one’s own' }));
const CHARGES = csv(writeChargeRows(LARKSPUR_CHARGES));

async function load(page: Page, label: RegExp, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(label).setInputFiles(file);
}

const ordinary = (page: Page) => page.locator('article').getByText('Ordinary wear, not charged');

test('another guide judges the same dent otherwise, and says which rule does it', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '3 1/2');
  await openEstimate(page);
  await ordinary(page).waitFor();
  await page.getByText(/It judges one finding differently/).waitFor();
  const says = page.getByRole('definition').filter({ hasText: /Longer than 3\.37 in/ });
  expect(await says.count()).toBe(1);
  await page.getByRole('radio', { name: /^Bank card wear guide/ }).check();
  await page.locator('article').getByText('Would be charged').waitFor();
  expect(await ordinary(page).count()).toBe(0);
  const total = page.getByRole('button', { name: /Charges for wear, as walked/ });
  expect(await total.textContent()).toMatch(/^\$200\.00/);
  expect(faults).toEqual([]);
});

test('a lender’s own guide works at once; a broken one says where and why', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '3 1/2');
  await openEstimate(page);
  await page.getByText('Load your lender’s own guide').click();
  await load(page, /^The prices/, 'prices.csv', CHARGES);
  await load(
    page,
    /^The guide/,
    'guide.csv',
    GUIDE.replace('"length","in","4"', '"length","in","four"'),
  );
  const refusal = page.getByRole('alert').filter({ hasText: 'could not be used' });
  await refusal.waitFor();
  expect(await refusal.textContent()).toMatch(
    /Line 4, column “limit”: “four” is not a limit.*4, 3\.37/,
  );
  await load(
    page,
    /^The guide/,
    'guide.csv',
    GUIDE.replace('"length","in","4"', '"length","in","3"'),
  );
  await page.getByText('“A guide of one’s own” now judges your walk.').waitFor();
  await page.locator('article').getByText('Would be charged').waitFor();
  await load(page, /^The prices/, 'prices.csv', 'not,a,table');
  await page.getByText(/^The prices could not be used/).waitFor();
  expect(faults).toEqual([]);
});

test('a waiver lowers the charge, and an amount that is none is not counted', async () => {
  const { page } = await visit(browser, portalUrl());
  await begin(page);
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '5');
  await openEstimate(page);
  const total = page.getByRole('button', { name: /Charges for wear, as walked/ });
  expect(await total.textContent()).toMatch(/^\$200\.00/);
  await page.getByLabel('It pays in all, up to').fill('150');
  await page.getByText('The waiver pays $150.00 of $200.00.').waitFor();
  expect(await total.textContent()).toMatch(/^\$50\.00/);
  await page.getByLabel('It pays in all, up to').fill('lots');
  await page.getByText('No waiver is counted.').waitFor();
});

test('a kept walk comes back, is compared after a repair, and is gone when forgotten', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '5');
  await openEstimate(page);
  await page.getByRole('link', { name: 'Compare with another walk' }).click();
  await page.getByLabel('Name for this walk').fill('Before');
  await page.getByRole('button', { name: 'Save this walk' }).click();
  await page.getByText('Saved as “Before” on this device.').waitFor();

  await page.goto(`${WALK}#left`);
  await page.reload();
  await side(page, 'Left side');
  await page
    .getByRole('link', { name: /^Change: Left front door: dent, 5 in/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Remove this' }).click();
  await page.getByRole('button', { name: 'Left front door: Looks fine' }).click();
  await page.goto(`${WALK}#compare`);
  await page.getByRole('button', { name: 'Compare with “Before”' }).click();
  await page.getByText('Repaired or gone: one').waitFor();
  const saved = page.getByRole('definition').last();
  expect(await saved.textContent()).toBe('$200.00');

  await open(page, WALK);
  await page.getByText('Save as a file, open a file, or forget everything').click();
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByText(/^Everything is forgotten/).waitFor();
  await page.reload();
  await page.getByRole('radio', { name: 'Car', exact: true }).waitFor();
  expect(await page.getByRole('radio', { name: 'Car', exact: true }).isChecked()).toBe(false);
  await page.goto(`${WALK}#compare`);
  await page.getByText('None yet. Walks that you save appear here.').waitFor();
  expect(faults).toEqual([]);
});
