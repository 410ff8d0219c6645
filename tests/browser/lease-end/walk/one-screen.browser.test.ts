/** On a telephone of 375 × 635, the question and its answers are in view on every side. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalUrl } from '../../places.ts';
import { openBrowser, visit } from '../../visitor.ts';
import { ANOTHER_LENDER, begin, goToSide, note, SIDES, type Style } from './walk-person.ts';

const SMALL = { width: 375, height: 635 } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Edges = { readonly top: number; readonly bottom: number };

async function edgesOf(place: Locator): Promise<Edges> {
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${place} is not drawn`);
  return { top: box.y, bottom: box.y + box.height };
}

/** The part in hand with its question and its two answers, above the bar at the bottom. */
async function expectInView(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => scrollY), where).toBe(0);
  const bar = await edgesOf(page.getByRole('link', { name: /found/ }).last());
  const picture = await edgesOf(page.locator('svg[role=group]'));
  const panel = page.locator('h2').first();
  const places = [
    panel,
    page.getByText(/How is it\?$|would be charged\.$|You said that it looks fine/).first(),
    page.getByRole('button', { name: 'Looks fine', exact: true }),
    page.getByRole('button', { name: /^Something (here|else)$/ }).first(),
  ];
  for (const place of places) {
    const { top, bottom } = await edgesOf(place);
    expect(top, where).toBeGreaterThanOrEqual(picture.bottom);
    expect(bottom, where).toBeLessThanOrEqual(bar.top);
  }
  expect(bar.bottom, where).toBeLessThanOrEqual(SMALL.height);
  expect(picture.bottom - picture.top, where).toBeGreaterThan(110);
}

/** A side of two parts is through: what to do next is in view instead. */
async function expectNextInView(page: Page): Promise<void> {
  const bar = await edgesOf(page.getByRole('link', { name: /found/ }).last());
  await page.getByRole('heading', { name: 'One part is skipped here' }).waitFor();
  const { bottom } = await edgesOf(page.getByRole('link', { name: /^Next: / }));
  expect(bottom).toBeLessThanOrEqual(bar.top);
}

const STYLES: readonly Style[] = ['Car', 'SUV or van', 'Pickup truck'];

describe.each(STYLES)('on a %s', (style) => {
  test('every side asks and takes the answer without scrolling', async () => {
    const { page, faults } = await visit(browser, portalUrl(), { viewport: SMALL });
    await begin(page, style, ANOTHER_LENDER);
    for (const name of SIDES) {
      if (name !== 'Front') await goToSide(page, name);
      await expectInView(page, `${style}, ${name}`);
      // The next part is asked in the same place.
      await page.getByRole('button', { name: 'Looks fine', exact: true }).click();
      await expectInView(page, `${style}, ${name}, the second part`);
      await page.getByRole('button', { name: 'Skip', exact: true }).click();
      if (name === 'Roof') await expectNextInView(page);
      else await expectInView(page, `${style}, ${name}, the third part`);
    }
    expect(faults).toEqual([]);
  });
});

test('a side with something found still shows the next question', async () => {
  const { page } = await visit(browser, portalUrl(), { viewport: SMALL });
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await page.getByText(/^Hood: dent, 5 in\. This would be charged/).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await expectInView(page, 'after a mark');
});
