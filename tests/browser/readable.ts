/** Whether a page can be read by everybody: axe, every width, both schemes, text twice as large. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESK, PHONE } from './visitor.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** What alone can differ between the light and the dark scheme of a page: its colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const NARROWEST = { width: 320, height: 700 };

type Size = { readonly width: number; readonly height: number };

/**
 * Looks at a page as it stands, on every width and in both schemes; answers what is wrong. Axe
 * looks at the top of the page on each of `sizes`, or at its end, where a bar that sticks to the
 * bottom covers no half of a button.
 */
export async function faultsOf(
  page: Page,
  { sizes = [PHONE, DESK], atEnd = false }: { sizes?: readonly Size[]; atEnd?: boolean } = {},
): Promise<string[]> {
  const faults = await largeTextFault(page);
  for (const size of [NARROWEST, DESK, PHONE]) faults.push(...(await widthFault(page, size)));
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: 'light' });
    if (atEnd) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    faults.push(...(await axe(page, (builder) => builder.withTags(WCAG))));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await axe(page, (builder) => builder.withRules(COLOUR_RULES))));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

async function widthFault(page: Page, size: Size): Promise<string[]> {
  await page.setViewportSize(size);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > size.width
    ? [`${placeOf(page)} is ${width} wide on a screen of ${size.width}`]
    : [];
}

/** Text twice as large on the narrowest screen still needs no scrolling sideways (WCAG 1.4.4). */
async function largeTextFault(page: Page): Promise<string[]> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const faults = await widthFault(page, NARROWEST);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return faults.map((fault) => `${fault}, with text twice as large`);
}

async function axe(page: Page, choose: (all: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Pages have no frames, so the check can stay inside the page.
  const { violations, passes } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze();
  expect(passes.length).toBeGreaterThan(0);
  const where = `${placeOf(page)} at ${page.viewportSize()?.width}`;
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target.join(' ')}`);
}

function placeOf(page: Page): string {
  const { pathname, hash } = new URL(page.url());
  return pathname + hash;
}
