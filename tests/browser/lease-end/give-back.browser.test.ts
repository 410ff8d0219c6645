/// <reference lib="dom" />
/** Cars on their way back, for their customer: our price, the receipt, and a bill to object to. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { faultsOf } from '../readable.ts';
import { contractPaths, open, openBrowser, settled, signIn, visit } from '../visitor.ts';

const NARROW = { width: 320, height: 640 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens what is said of the way back of each car, and gives the addresses by their text. */
async function pagesOf(page: Page): Promise<{ path: string; text: string }[]> {
  const pages = [];
  for (const contract of await contractPaths(page)) {
    const path = `${contract}/give-back`;
    await open(page, path);
    pages.push({ path, text: await page.locator('main').innerText() });
  }
  return pages;
}

test('a bill is read and a line of it objected to by keys, on a narrow screen', async () => {
  const { page, faults } = await visit(browser, portalUrl(), {
    viewport: NARROW,
    reducedMotion: 'reduce',
  });
  await signIn(page, 'nora');
  const pages = await pagesOf(page);
  const pathOf = (text: string): string =>
    pages.find((each) => each.text.includes(text))?.path ?? `no page says ${text}`;
  expect(pages).toHaveLength(4);
  pathOf('Our price for giving your car back');
  expect(pathOf('Your last bill comes by')).toMatch(/^\/contracts/);
  expect(pathOf('Settled: paid in full')).toMatch(/^\/contracts/);
  expect(pathOf('Only three things can be added later')).toMatch(/^\/contracts/);

  // An old link to the ways out leads to the bill.
  const bill = pathOf('You objected on');
  await page.goto(bill.replace('give-back', 'lease-end'));
  await page.waitForURL((url) => url.pathname === bill);
  await settled(page);
  await page.getByRole('heading', { name: /^Your bill of / }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'keys, missing' });
  await line.locator('summary').press('Enter');
  await line.getByRole('button', { name: 'Check before sending' }).press('Enter');
  await line.getByText('Tell us in a few words what is wrong.').waitFor();
  await page.keyboard.type('I handed over both keys.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await line.getByText('You object to').waitFor();
  await line.getByRole('button', { name: 'Send my objection' }).press('Enter');
  await line.getByText('Until then nobody collects this line').waitFor();
  await line.getByText('“I handed over both keys.”').waitFor();
  expect(await faultsOf(page, { sizes: [NARROW] })).toEqual([]);

  // The bill is paid where everything is paid.
  await page.getByRole('link', { name: /^Pay \$/ }).press('Enter');
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  expect(faults).toEqual([]);
});
