/** Where each kind of customer stands: one amount first, and no number against another. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, signIn, signOut, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const amountsOf = (words: string): string[] => words.match(/\$[\d,]+\.\d\d/g) ?? [];

/** The first amount of a place and its name, as they are read out. */
async function firstAmount(page: Page): Promise<string> {
  const first = page.locator('main button[aria-haspopup=dialog]').first();
  return (await first.textContent()) ?? '';
}

test('whoever is late reads first what is late, and the next payment apart from it', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await signIn(page, 'sam');
  const shown = await firstAmount(page);
  expect(shown).toMatch(/^\$[\d,.]+ Past due: why this number/);
  const [late = ''] = amountsOf(shown);
  const words = await page.locator('article').first().innerText();
  expect(words).toMatch(/40 days late, since \w+day, \w+ \d+/);
  expect(words).toContain(`Pay ${late} by`);
  expect(words).toMatch(/After that, due \w+day, \w+ \d+: \$698\.53/);
  await page.getByRole('link', { name: `Pay ${late}` }).click();
  const chosen = page.getByRole('radio', { name: /What is late \$/ });
  await chosen.waitFor();
  expect(await chosen.isChecked()).toBe(true);
  await page.getByRole('radio', { name: /What is late, and the next payment/ }).waitFor();
  await page.getByRole('link', { name: /Cannot pay all of it/ }).waitFor();
  expect(faults).toEqual([]);
});

test('dates to come of a late loan begin after today, its table says what is late', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'oscar');
  const [path = ''] = await contractPaths(page);
  await open(page, path);
  const dates = page.locator('section', { has: page.getByRole('heading', { name: 'Next due' }) });
  expect(await dates.innerText()).toContain('if what is late is paid today');
  await page.locator('summary').filter({ hasText: 'Every payment' }).click();
  const first = page.locator('details[open] table tbody tr').first();
  await first.waitFor();
  expect(await first.innerText()).toContain('past due');
  expect(await dates.innerText()).not.toContain(amountsOf(await first.innerText())[0]);
});

test('whoever is paid ahead or has promised in time is asked for nothing', async () => {
  const { page } = await visit(browser, portalUrl());
  for (const [login, sentence] of [
    ['theo', /You are paid ahead and have nothing to do. The next payment is due \w+day/],
    ['lena', /is promised for \w+day, \w+ \d+\.[\s\S]*You have nothing to do/],
  ] as const) {
    await signIn(page, login);
    const card = page.locator('article').filter({ hasText: sentence });
    expect(await card.innerText()).not.toContain('late fee');
    expect(await card.getByRole('link', { name: 'Make a payment' }).count()).toBe(1);
    await signOut(page);
    await page.getByText('You are signed out').waitFor();
  }
});

test('a reading of the odometer is compared with the allowance of its own day', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'maya');
  const lease = page.locator('article').filter({ hasText: 'Lease' });
  const words = await lease.innerText();
  const told = /([\d,]+) miles driven by [^.]+\. By that day ([\d,]+) were allowed/.exec(words);
  const [driven = 0, allowed = 0] = (told ?? []).slice(1).map((n) => Number(n.replace(',', '')));
  // She drives a quarter more than she may, on every day.
  expect(driven).toBeGreaterThan(allowed * 1.2);
  expect(words).toContain('Miles left at the last reading');
});

test('a lease past its end shows no months, and calls for a call', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const words = await page.locator('article').first().innerText();
  expect(words).toMatch(/Months left\s+None\s+Ended \w+ \d+, \d{4}/);
  expect(words).toMatch(/^Due now, with rent since the lease ended\s+\$\d+\.\d\d/m);
  expect(words).toMatch(/Rent runs at \$\d+\.\d\d a day until the car is back/);
  expect(words).not.toContain('$0.00');
  expect(words).toMatch(/Call \(555\) 555-0142/);
  expect(words).toContain('Monday to Friday');
});
