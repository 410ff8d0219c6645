/// <reference lib="dom" />
/**
 * Goal: the desk is worked with by keyboard, on a phone as on a wide screen, and without a barrier.
 * Method: a real server with its demonstration; a virtual authenticator is the passkey.
 */

import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAtDesk as signIn } from './desk-visitor.ts';
import { deskUrl } from './places.ts';
import { DESK, openBrowser, PHONE, visit } from './visitor.ts';

/** A refusal that belongs to the walk: the browser itself writes it to the console. */
const EXPECTED = /status of 40[139]/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function checkAxe(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(found, page.url()).toEqual([]);
  expect(passes.length).toBeGreaterThan(5);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide, `${page.url()} is wider than the screen`).toBe(false);
}

/** How long the server takes for a search: the median of several, in milliseconds. */
async function searchMs(page: Page): Promise<number> {
  const took: number[] = [];
  for (const text of ['whi', 'maya okafor', '0142', '814200117', 'del', 'theo', 'nak', 'had']) {
    took.push(
      await page.evaluate(async (typed) => {
        const startMs = performance.now();
        const answer = await fetch('/api/v1/desk/search', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: typed }),
        });
        await answer.json();
        return performance.now() - startMs;
      }, text),
    );
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
  console.log(`searches on the demonstration: median ${median.toFixed(1)} ms`);
  return median;
}

const faultsOf = (faults: readonly string[]) => faults.filter((each) => !EXPECTED.test(each));

describe.each([
  ['a wide screen', DESK, 'light', 'supervisor'],
  ['a phone', PHONE, 'dark', 'agent'],
] as const)('on %s', (_name, viewport, colorScheme, role) => {
  test('somebody signs in, searches, says why, looks, and places a hold, by keyboard', async () => {
    const options = { viewport, colorScheme };
    const { page, faults } = await visit(browser, deskUrl(), options);
    await signIn(page, role);
    await checkAxe(page);
    await page.getByRole('link', { name: 'My security' }).focus();
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Find a customer' });
    await expect.poll(() => search.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.type(role === 'agent' ? 'whitf sam' : 'okaf');
    await page.keyboard.press('Enter');
    await page.getByText('1 customer').waitFor();
    await checkAxe(page);
    expect(await searchMs(page)).toBeLessThan(100);
    await search.blur();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why do you look at this customer?' }).waitFor();
    await checkAxe(page);
    await page.getByRole('radio', { name: 'The customer wrote' }).press('Space');
    await page.getByRole('button', { name: 'Open the customer' }).press('Enter');
    await page.getByRole('heading', { name: 'Contact data' }).waitFor();
    expect(await page.getByText('@customer.example').textContent()).toContain('•••');
    await checkAxe(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What the customer sees' }).waitFor();
    const summary = page.locator('summary').filter({ hasText: 'Place a hold' });
    await summary.press('Enter');
    await page.getByLabel('Which hold').selectOption('dispute');
    await page.getByLabel('On what proof').fill('A letter of today.');
    await page.keyboard.press('Enter');
    await page.getByText('The hold is placed: dispute').waitFor();
    await page.getByText('A letter of today. (').waitFor();
    await checkAxe(page);
    await page.goto('/queue');
    await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    await checkAxe(page);
    await page.keyboard.press('?');
    await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
    await checkAxe(page);
    expect(faultsOf(faults)).toEqual([]);
  });
});

test('a passkey is made in my security, and then opens the desk by itself', async () => {
  const { page, faults } = await visit(browser, deskUrl(), { viewport: DESK });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await signIn(page, 'operations');
  await page.getByRole('link', { name: 'My security' }).click();
  await page.locator('summary').filter({ hasText: 'Add a passkey' }).click();
  await page.getByLabel('What to call it').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey is added.').waitFor();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await checkAxe(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('Jules Tanaka, operations').waitFor();
  expect(faultsOf(faults)).toEqual([]);
});

test('an auditor reads the access log and sees no customer', async () => {
  const { page, faults } = await visit(browser, deskUrl(), { viewport: DESK });
  await signIn(page, 'auditor');
  await page.getByText('Your role does not open customers’ data.').waitFor();
  await page.getByRole('link', { name: 'Access log' }).click();
  await page.getByRole('heading', { level: 1, name: 'Access log' }).waitFor();
  await page.getByRole('cell', { name: 'Search' }).first().waitFor();
  await checkAxe(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^access-log-\d{4}-\d\d-\d\d\.csv$/);
  expect(faultsOf(faults)).toEqual([]);
});

test('pages before a session load at most 20 kB of script, the desk 180 kB', async () => {
  const { page } = await visit(browser, deskUrl(), { viewport: DESK });
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(response.url(), gzipSync(await response.body().catch(() => '')).length);
  });
  const sum = () => [...sizes.values()].reduce((total, each) => total + each, 0);
  await page.goto('/sign-in');
  await page.waitForLoadState('networkidle');
  expect(sum()).toBeGreaterThan(0);
  expect(sum()).toBeLessThanOrEqual(20_000);
  sizes.clear();
  await signIn(page, 'dealer');
  await page.getByText('Harbor Point Motors').waitFor();
  await page.waitForLoadState('networkidle');
  console.log('script of the desk, in bytes:', sum());
  expect(sum()).toBeGreaterThan(50_000);
  expect(sum()).toBeLessThanOrEqual(180_000);
});
