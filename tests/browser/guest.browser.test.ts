/** Paying without signing in: without script, on a narrow screen, for everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { faultsOf } from './readable.ts';
import { open, openBrowser, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The contract number and ZIP code of a demo customer, as a letter would show them. */
async function letterOf(login: string): Promise<{ contractNumber: string; zip: string }> {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, login);
  const got = await page.evaluate(async () => {
    const ask = async (path: string) => (await fetch(path)).json();
    const { contracts } = await ask('/api/v1/contracts');
    const { address } = await ask('/api/v1/details');
    return { contractNumber: contracts[0].contractNumber, zip: address.at(-1).slice(-5) };
  });
  await page.context().close();
  return got as { contractNumber: string; zip: string };
}

async function payTenDollars(page: Page, login: string): Promise<string> {
  const letter = await letterOf(login);
  await open(page, '/');
  await page.getByRole('link', { name: 'Pay without signing in' }).first().click();
  await page.getByLabel('Contract number').fill(letter.contractNumber);
  await page.getByLabel('ZIP code').fill(letter.zip);
  await page.getByLabel('ZIP code').press('Enter');
  await page.getByLabel('Amount').fill('10.01');
  await page.getByLabel('Name on the account').fill('Aunt May');
  await page.getByLabel('Routing number').fill('021000021');
  await page.getByLabel('Account number').fill('0001 2345 6789');
  await page.getByLabel('Checking').check();
  await page.getByRole('button', { name: 'Continue to check' }).click();
  await page.getByRole('button', { name: 'Pay $10.01' }).press('Enter');
  await page.getByRole('heading', { name: 'We received your payment of $10.01' }).waitFor();
  return (await page.getByText(/^G-[0-9A-Z-]{19}$/).innerText()).trim();
}

describe.each([
  [
    'without script on a phone',
    { javaScriptEnabled: false, viewport: { width: 375, height: 635 } },
  ],
  ['on a wide dark screen', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
] as const)('%s', (_what, settings) => {
  test('a guest pays, and finds the receipt again', async () => {
    const { page } = await visit(browser, portalUrl(), settings);
    const reference = await payTenDollars(page, 'maya');
    await page.context().clearCookies();
    await open(page, '/pay/receipt');
    await page.getByLabel('Reference').fill(reference.toLowerCase());
    await page.getByRole('button', { name: 'Show the receipt' }).click();
    await page.getByRole('heading', { name: 'We received your payment of $10.01' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Maya|Okafor/);
  });
});

test('every page can be read by everybody, and fits with text twice as large', async () => {
  const { page } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  const letter = await letterOf('theo');
  const found: string[] = [];
  const look = async (): Promise<void> => {
    found.push(...(await faultsOf(page)));
  };
  await open(page, '/pay');
  await look();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Enter the contract number' }).waitFor();
  await look();
  await page.getByLabel('Contract number').fill(letter.contractNumber);
  await page.getByLabel('ZIP code').fill(letter.zip);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Routing number').waitFor();
  await look();
  await page.getByRole('button', { name: 'Continue to check' }).click();
  await page.getByRole('link', { name: 'Choose the kind of account' }).waitFor();
  await look();
  await open(page, '/pay/receipt');
  await look();
  expect(found).toEqual([]);
});
