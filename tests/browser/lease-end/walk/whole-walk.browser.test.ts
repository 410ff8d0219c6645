/** The whole walk: with nothing but a keyboard, and with a finger on a telephone. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabUntil } from '../../keys.ts';
import { portalUrl } from '../../places.ts';
import { open, openBrowser, PHONE, visit } from '../../visitor.ts';
import { begin, goToSide, LENDER, SIDES, type Style, side, WALK } from './walk-person.ts';

const MOST_STEPS = 90;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const tabTo = (page: Page, target: Locator): Promise<void> => tabUntil(page, target, MOST_STEPS);

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a person without a mouse walks around the whole car', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await open(page, WALK);
  await tabTo(page, page.getByRole('radio', { name: 'Car', exact: true }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radio', { name: LENDER, exact: true }));
  await page.keyboard.press('Space');
  await pressOn(page, page.getByRole('button', { name: 'Start at the front' }));
  await side(page, 'Front');

  // The picture is one stop: arrows lead from part to part, Enter takes the part in hand.
  const picture = page.getByRole('group', { name: 'The front of the car' });
  await tabTo(page, picture.getByRole('button', { name: /^Front bumper/ }));
  await page.keyboard.press('ArrowUp');
  const reached = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(reached).not.toMatch(/^Front bumper/);
  await page.keyboard.press('Enter');
  const part = reached?.split(',')[0] ?? '';
  await page.getByRole('heading', { name: part, level: 2 }).waitFor();
  await pressOn(page, page.getByRole('button', { name: 'Looks fine', exact: true }));

  await pressOn(page, page.getByRole('button', { name: 'Hood: Something here' }));
  await tabTo(page, page.getByRole('radio', { name: /^Dent/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('How long is it'));
  await page.keyboard.type('1 1/2');
  await tabTo(page, page.getByRole('radio', { name: 'Yes, it goes through' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(/^Good news\. Hood: dent/).waitFor();

  for (const name of SIDES) {
    await side(page, name);
    const fine = page.getByRole('button', { name: 'Looks fine', exact: true });
    await tabTo(page, fine);
    // The button stays in place and in focus from part to part, until the side is done.
    const done = page.getByRole('heading', { name: /This side is done|all around the car/ });
    for (let press = 0; press < 20 && (await done.count()) === 0; press += 1) {
      await page.keyboard.press('Enter');
    }
    expect(await done.evaluate((place) => place === document.activeElement)).toBe(true);
    await pressOn(page, page.getByRole('link', { name: /^(Next: |See what it comes to$)/ }));
  }
  await side(page, 'What it comes to');
  await page.getByText('1 thing found: 1 ordinary wear').waitFor();
  expect(await page.getByText(/not looked at yet/).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a finger on a telephone finds, skips, comes back and calls a side fine', async () => {
  const { page, faults } = await visit(browser, portalUrl(), {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  await begin(page);
  await page.getByRole('button', { name: 'Skip', exact: true }).tap();
  await page.getByRole('button', { name: /^Front bumper, skipped for now/ }).waitFor();
  await page.locator('g[data-part="windshield"]').tap();
  await page.getByRole('heading', { name: 'Windshield', level: 2 }).waitFor();
  await page.getByRole('button', { name: 'Something here', exact: true }).tap();
  await page.getByText('Chip', { exact: true }).tap();
  await page.getByLabel('How long is it').fill('1/4');
  await page.locator('label[for="view-yes"]').tap();
  await page.getByRole('button', { name: 'Add to my walk' }).tap();
  await page.getByRole('button', { name: /^Windshield, would be charged/ }).waitFor();
  await page.getByRole('button', { name: /^The other 4 are fine/ }).tap();
  await page.getByRole('heading', { name: 'One part is skipped here' }).waitFor();
  await page.getByRole('button', { name: 'Front bumper: Looks fine' }).tap();
  await page.getByRole('button', { name: /^Front bumper, looks fine/ }).waitFor();
  await goToSide(page, 'Roof');
  await page.getByText('1 of 7 sides done · 6 of 51 parts').waitFor();
  expect(faults).toEqual([]);
});

const STYLES: readonly [Style, number][] = [
  ['Car', 51],
  ['SUV or van', 52],
  ['Pickup truck', 51],
];

describe.each(STYLES)('on a %s', (style, parts) => {
  test('picture and list name the same parts', async () => {
    const { page, faults } = await visit(browser, portalUrl());
    await begin(page, style);
    let count = 0;
    for (const name of SIDES) {
      if (name !== 'Front') await goToSide(page, name);
      const drawn = await page
        .locator('svg g[data-part][aria-label]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
      const listed = await page
        .getByRole('button', { name: /: Looks fine$/ })
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
      const names = (labels: string[], end: RegExp) =>
        labels.map((label) => label.replace(end, '')).toSorted();
      expect(names(drawn, /, not looked at yet$/)).toEqual(names(listed, /: Looks fine$/));
      count += listed.length;
    }
    expect(count).toBe(parts);
    expect(faults).toEqual([]);
  });
});
