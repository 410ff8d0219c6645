/// <reference lib="dom" />
/** The lease end of the demonstration's customers, signed in: whole, readable, theirs to change. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { faultsOf } from '../readable.ts';
import { DESK, open, openBrowser, settled, signIn, visit } from '../visitor.ts';
import { makePlan } from './planner.ts';

const SMALL_PHONE = { width: 375, height: 635 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The parts that the public planner has, in the order of the page. */
const PARTS = [
  /^Giving the car back on /,
  'Could it become more?',
  'Every way out, side by side',
  'Is buying better for me?',
  'Leave for less',
  'Your miles',
  'What if I leave early?',
  'What speaks for each, and what against',
  'The days that matter',
  'What only you know',
  'Keep this with your account',
];

/** The addresses of the leases of whoever is signed in. */
async function leasePaths(page: Page): Promise<string[]> {
  await open(page, '/contracts');
  await page.locator('article').first().waitFor();
  const leases = page.locator('article').filter({ hasText: /Lease \d/ });
  const hrefs = await leases
    .locator('h2 a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.length).toBeGreaterThan(0);
  return hrefs;
}

async function openLeaseEnd(page: Page, path: string): Promise<void> {
  await open(page, `${path}/lease-end`);
  await page.getByRole('heading', { name: 'Every way out, side by side' }).waitFor();
  // What lies below comes when somebody is near it, or goes there by keys.
  await page.getByRole('button', { name: 'Show the rest of this page' }).focus();
  await page.getByRole('heading', { name: 'Keep this with your account' }).waitFor();
}

test.each(['maya', 'rosa', 'lena'])('the lease end of %s is whole and readable', async (login) => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await signIn(page, login);
  for (const path of await leasePaths(page)) {
    await openLeaseEnd(page, path);
    for (const name of PARTS) await page.getByRole('heading', { name, level: 2 }).waitFor();
    await page.getByRole('heading', { name: 'What to do next', level: 3 }).waitFor();
    for (const summary of await page.locator('main details > summary').all()) {
      await summary.click();
    }
    await settled(page);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).not.toMatch(/your lender|most lenders|as most|undefined|\{|\bNaN\b/i);
    expect(text).not.toMatch(/larkspur-\d|repair:|bumper-scratch|door-dent|missing-key/);
    expect(await faultsOf(page, { sizes: [SMALL_PHONE, DESK] })).toEqual([]);
  }
  expect(faults).toEqual([]);
});

test('a lease that has ended says what each day costs', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'rosa');
  const [path = ''] = await leasePaths(page);
  await openLeaseEnd(page, path);
  await page.getByText(/^Your lease ended .* Rent runs at \$\d+\.\d\d a day/).waitFor();
  await page.getByText('Call us: give the car back, buy it or extend').waitFor();
});

test('repairs go by their part and their damage', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'maya');
  const [path = ''] = await leasePaths(page);
  await openLeaseEnd(page, path);
  await page.getByRole('checkbox', { name: /^Rear bumper: scratch, 5/ }).waitFor();
  await page.getByRole('checkbox', { name: /^Keys: missing\. Replace/ }).waitFor();
  await page.getByRole('checkbox', { name: /“Larkspur Loyalty”/ }).waitFor();
});

test('a reading is asked about, taken with a reason, and counts on every page', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { viewport: SMALL_PHONE });
  await signIn(page, 'lena');
  const [path = ''] = await leasePaths(page);
  await open(page, path);
  await page.getByText('Tell us what the odometer shows').click();
  const miles = page.getByLabel('Miles on the odometer');
  await miles.fill('twelve');
  await page.getByRole('button', { name: 'Save this reading' }).click();
  await page.getByRole('alert').waitFor();
  expect(await miles.getAttribute('aria-invalid')).toBe('true');
  expect(await miles.inputValue()).toBe('twelve');
  const today = await page.getByLabel('Read on').inputValue();
  await page.getByLabel('Read on').fill('01/01/2099');
  await miles.fill('90,000');
  await page.getByRole('button', { name: 'Save this reading' }).click();
  await page
    .getByRole('alert')
    .getByText(/still to come/)
    .waitFor();
  const before = (await page.getByText(/^The odometer showed [\d,]+ on/).textContent()) ?? '';
  const shown = Number(/showed ([\d,]+)/.exec(before)?.[1]?.replaceAll(',', ''));
  await page.getByLabel('Read on').fill(today);
  await miles.fill(String(shown - 5_000));
  await page.getByRole('button', { name: 'Save this reading' }).click();
  await page
    .getByRole('alert')
    .getByText(/tell us below why they differ/)
    .waitFor();
  await page.getByRole('radio', { name: 'The odometer was replaced' }).check();
  // A true figure needs no reason: correcting it takes the question away.
  await miles.fill(String(shown + 2_345));
  expect(await page.getByRole('radio').count()).toBe(0);
  await page.getByRole('button', { name: 'Save this reading' }).click();
  const figure = (shown + 2_345).toLocaleString('en-US');
  await page.getByText(new RegExp(`Saved: ${figure} miles on`)).waitFor();
  await page.getByText(new RegExp(`showed ${figure} on .*, as you told us`)).waitFor();
  await openLeaseEnd(page, path);
  await page.getByText(new RegExp(`We count from ${figure} miles on`)).waitFor();
  await open(page, `${path}/history`);
  await page.getByText(new RegExp(`${figure} miles on .*, told by you`)).waitFor();
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});

test('saving says what and when; a plan brought along asks before it replaces one', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { viewport: SMALL_PHONE });
  await makePlan(page);
  await page.getByLabel('Keep it in this browser, so that it is here when I come back').check();
  await signIn(page, 'lena');
  const [, path = ''] = await leasePaths(page);
  await openLeaseEnd(page, path);
  await page.getByText('What would somebody pay for the car?').click();
  await page.getByLabel('First offer').fill('21,000');
  await page.getByRole('button', { name: 'Use this' }).first().click();
  await page.getByText('The figures on this page now count it.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Save this plan' }).click();
  const saved = page.getByText(/^Your plan was saved on .* at .*: leaving on .*, for /);
  await saved.waitFor();
  const first = await saved.textContent();
  await openLeaseEnd(page, path);
  await saved.waitFor();
  expect(await page.getByText('What you see here differs').count()).toBe(0);
  await page.getByText('What would somebody pay for the car?').click();
  expect(await page.getByLabel('First offer').inputValue()).toMatch(/^21,?000/);
  await page.getByRole('button', { name: 'Bring along the plan from this device' }).click();
  await page.getByText(/^This replaces the plan that you saved on/).waitFor();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(await saved.textContent()).toBe(first);
  await page.getByRole('button', { name: 'Bring along the plan from this device' }).click();
  await page.getByRole('button', { name: 'Replace it' }).click();
  // The reading of the plan waits in the field of the lease: nothing is recorded by itself.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('input')].some((each) => each.value === '33200') &&
      document.querySelector('[aria-labelledby=replace]') === null,
  );
  await page.getByRole('button', { name: 'Forget what is saved' }).click();
  await page.getByRole('button', { name: 'Delete them' }).click();
  await saved.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('the plan is drawn as a PDF on the device', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { viewport: SMALL_PHONE });
  await signIn(page, 'maya');
  const [path = ''] = await leasePaths(page);
  await openLeaseEnd(page, path);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  expect((await coming).suggestedFilename()).toBe('lease-end.pdf');
  expect(faults).toEqual([]);
});
