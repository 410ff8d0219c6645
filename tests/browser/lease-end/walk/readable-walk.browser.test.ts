/** Every screen of the walk can be read by everybody; what it refuses, it refuses kindly. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../../places.ts';
import { open, openBrowser, visit } from '../../visitor.ts';
import {
  begin,
  faultsOf,
  goToSide,
  note,
  openEstimate,
  side,
  someJpeg,
  WALK,
} from './walk-person.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'roadbook-photo-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('details > summary').all()) {
    await summary.click();
  }
}

/** A file of 40 megabytes that begins as a photo does. */
async function largeFile(jpeg: Buffer): Promise<string> {
  const path = join(folder, 'huge.jpg');
  await writeFile(path, jpeg);
  await truncate(path, 40_000_000);
  return path;
}

const photoInput = (page: Page) => page.locator('input[type=file]').first();

test('every screen of the walk can be read by everybody', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await open(page, WALK);
  await unfold(page);
  const found = await faultsOf(page, 'start');
  await page.getByRole('button', { name: 'Start at the front' }).click();
  await page.getByText('Choose what you drive').waitFor();
  found.push(...(await faultsOf(page, 'start without an answer')));
  await begin(page);
  await page.getByRole('button', { name: 'Grille: Skip' }).click();
  found.push(...(await faultsOf(page, 'front')));
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '3 1/2');
  await note(page, 'Left rear door', 'Scratch', null);
  await page.getByRole('button', { name: 'Left front tire: Something here' }).click();
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('radio', { name: /^Worn tread/ }).check();
  await page.getByRole('radio', { name: 'I have a tread gauge' }).check();
  found.push(...(await faultsOf(page, 'a worn tire')));
  await page.getByLabel('What it shows').fill('3');
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await side(page, 'Left side');
  found.push(...(await faultsOf(page, 'left side')));
  await page.goto(`${WALK}#screen`);
  found.push(...(await faultsOf(page, 'setting up the screen')));
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('estimate, report, ruler and comparison can be read by everybody', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await begin(page, 'Pickup truck');
  await note(page, 'Hood', 'Dent', '5');
  await goToSide(page, 'Left side');
  await note(page, 'Left front door', 'Dent', '3 1/2');
  await note(page, 'Left rear door', 'Scratch', null);
  await openEstimate(page);
  await unfold(page);
  const found = await faultsOf(page, 'estimate');
  for (const [link, heading] of [
    ['See the report', 'Condition report'],
    ['A ruler to print at true size', 'A ruler to print'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await side(page, heading);
    found.push(...(await faultsOf(page, heading)));
  }
  await page.goto(`${WALK}#compare`);
  found.push(...(await faultsOf(page, 'comparison')));
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('a screen that knows its size measures', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await begin(page);
  await page.getByRole('button', { name: 'Hood: Something here' }).click();
  await page.getByRole('radio', { name: /^Dent/ }).check();
  await page.getByRole('link', { name: 'Measure with this screen instead of a ruler' }).click();
  await page.getByRole('slider').press('ArrowRight');
  await page.getByRole('button', { name: 'It matches' }).click();
  await page.getByRole('link', { name: 'Back to the walk' }).click();
  // What was answered before is still there.
  expect(await page.getByRole('radio', { name: /^Dent/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Measure on screen' }).click();
  const found = await faultsOf(page, 'measuring');
  await page.getByRole('slider', { name: 'Size' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Use 1 1/16 in' }).click();
  expect(await page.getByLabel('How long is it').inputValue()).toBe('1 1/16');
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('a photo is kept small; what is none, or far too large, is refused kindly', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await page.getByRole('button', { name: 'Hood: Something here' }).click();
  await page.getByRole('radio', { name: /^Dent/ }).waitFor();
  const jpeg = await someJpeg(page);
  const give = (name: string, buffer: Buffer) =>
    photoInput(page).setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await give('letter.jpg', Buffer.from('Dear Sir or Madam, this is no picture at all.'));
  await page.getByText('“letter.jpg” is not a picture.').waitFor();
  await photoInput(page).setInputFiles(await largeFile(jpeg));
  await page.getByText('“huge.jpg” has 40 megabytes; up to 25 can be used.').waitFor();
  await give('torn.jpg', jpeg.subarray(0, 60));
  await page.getByText('“torn.jpg” could not be opened').waitFor();
  await give('hood.jpg', jpeg);
  const photo = page.getByRole('img', { name: 'Photo 1' });
  await photo.waitFor();
  await page.waitForFunction(() => document.querySelector('canvas')?.width === 1_600);
  await page.getByRole('button', { name: 'Remove photo 1' }).click();
  await photo.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('a wrong VIN says what would be right, and a forged file changes nothing', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await open(page, WALK);
  await page.getByText('Add the VIN and the odometer').click();
  const vin = page.getByLabel('Vehicle identification number');
  await vin.fill('1M8GDM9A1KP042788');
  await page.getByRole('button', { name: 'Check and note the VIN' }).click();
  await page.getByText(/the ninth is “1”, and the others call for “X”/).waitFor();
  await vin.fill('1M8GDM9AXKPO42788');
  await page.getByRole('button', { name: 'Check and note the VIN' }).click();
  await page.getByRole('button', { name: 'Yes, 1M8GDM9AXKP042788' }).click();
  await page.getByText(/^Noted: 1M8GDM9AXKP042788\. This is a /).waitFor();
  await page.getByText('Save as a file, open a file, or forget everything').click();
  const forged = JSON.stringify({
    kind: 'roadbook-walk',
    version: 1,
    bodyStyle: 'boat',
    photos: [],
  });
  const file = { name: 'walk.json', mimeType: 'application/json', buffer: Buffer.from(forged) };
  await page.getByLabel('Open a file').setInputFiles(file);
  await page.getByText(/was changed and cannot be opened \(at “bodyStyle”\)/).waitFor();
  expect(faults).toEqual([]);
});

test('nothing that is typed or photographed leaves the phone', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await open(page, WALK);
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await page.getByRole('radio', { name: 'Car', exact: true }).check();
  await page.getByRole('button', { name: 'Start at the front' }).click();
  await page.getByRole('button', { name: 'Hood: Something here' }).click();
  await page.getByRole('radio', { name: /^Dent/ }).check();
  await page.getByLabel('How long is it').fill('7 3/8');
  await page.getByRole('radio', { name: 'No, the paint is whole' }).check();
  await page.getByLabel('A note for yourself').fill('parking garage');
  const jpeg = await someJpeg(page);
  await photoInput(page).setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await openEstimate(page);
  await page.getByRole('button', { name: 'Use it in my plan' }).click();
  await page.getByText(/^Your walk is kept on this device by itself.* Last kept: /).waitFor();
  await page.getByRole('link', { name: 'See the report' }).click();
  await page.getByRole('img', { name: 'Hood, photo 1' }).waitFor();
  // The browser may ask for the page's icon again when the fragment changes; that says nothing.
  const icon = `GET ${new URL('/favicon.svg', page.url()).href}`;
  expect(sent.filter((each) => each !== icon)).toEqual([]);
  expect(faults).toEqual([]);
});
