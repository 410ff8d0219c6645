/** The one road for which the portal was built: see what is owed, pay it, keep the receipt. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD, settled, type Visitor } from './visitor.ts';

/** Walks from the public home to the history, pressing twice, reloading and going back. */
export async function walkMainRoad({ page, faults }: Visitor, login: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('User name or email').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();

  const amount = await readWhatIsDue(page);
  await page
    .getByRole('link', { name: `Pay ${amount}` })
    .first()
    .click();
  await page.getByRole('radio', { name: /What is due/ }).waitFor();
  expect(await page.getByRole('radio', { name: /What is due/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Continue' }).click();

  const payments = countPayments(page);
  await page.getByRole('heading', { name: 'Where it goes' }).waitFor();
  await page.getByRole('button', { name: `Pay ${amount}` }).dblclick();
  await page.getByRole('heading', { name: 'Payment accepted' }).waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/not cleared yet/);
  const receipt = page.url();

  await page.reload();
  await page.getByRole('heading', { name: 'Payment accepted' }).waitFor();
  expect(page.url()).toBe(receipt);
  await goBackToCheck(page);
  expect(payments()).toBe(1);

  await page.goto(receipt);
  await page.getByRole('link', { name: 'Back to the contract' }).click();
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await checkHistory(page, amount);
  expect(faults).toEqual([]);
}

/** Amount, due date and the next step in words, of the first contract; answers the amount. */
async function readWhatIsDue(page: Page): Promise<string> {
  const first = page.locator('article').first();
  const words = await first.innerText();
  const asked = /Pay (\$[\d,]+\.\d\d) by \w+day, \w+ \d+\./.exec(words);
  expect(asked, words).not.toBeNull();
  const amount = asked?.[1] ?? '';
  const shown = first.getByRole('button', { name: /^\S+ Amount due: why this number/ });
  expect(await shown.innerText()).toContain(amount);
  expect(words).toMatch(/due \w+day, \w+ \d+, (today|tomorrow|in \d+ days)/);
  return amount;
}

function countPayments(page: Page): () => number {
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/payments')) sent += 1;
  });
  return () => sent;
}

/** Back leads away from the check, and asking for the check again leads to the receipt. */
async function goBackToCheck(page: Page): Promise<void> {
  const receipt = page.url();
  await page.goBack();
  await settled(page);
  expect(page.url()).not.toContain('/check');
  await page.goto(receipt.replace(/\/payments\/.*/, '/pay/check'));
  await page.getByRole('heading', { name: 'Payment accepted' }).waitFor();
  expect(page.url()).toBe(receipt);
}

async function checkHistory(page: Page, amount: string): Promise<void> {
  const newest = page
    .getByRole('list')
    .getByRole('listitem')
    .filter({ hasText: 'Of your' })
    .first();
  await newest.waitFor();
  const words = await newest.innerText();
  expect(words).toContain('accepted, not yet cleared');
  expect(words).toContain(`Of your ${amount}: `);
  const parts = /Of your [^:]+: (.*)/.exec(words)?.[1] ?? '';
  expect(parts).toMatch(/principal/);
  expect(sumOf(parts)).toBe(sumOf(amount));
}

function sumOf(words: string): bigint {
  const amounts = [...words.matchAll(/\$([\d,]+)\.(\d\d)/g)];
  const cents = amounts.map(([, whole = '', part]) => BigInt(whole.replaceAll(',', '') + part));
  return cents.reduce((sum, each) => sum + each, 0n);
}
