/// <reference lib="dom" />
import type { Page } from 'playwright-core';

const PASSWORD = 'larkspur-desk-demo-1';

type Account = { email: string; code: string };

/**
 * Signs in at the desk by the name before the @, with password and code. A code works once, so each
 * test has an account of its own.
 */
export async function signInAtDesk(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  const demo = page.getByRole('region', { name: 'Demonstration' });
  await demo
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`(?<![-\\w])${name}@`) })
    .getByRole('button')
    .click();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const code = page.getByLabel('Code from your authenticator');
  await code.waitFor();
  const answer = await page.request.get('/demo/desk');
  const { accounts } = (await answer.json()) as { accounts: Account[] };
  await code.fill(accounts.find(({ email }) => email.startsWith(`${name}@`))?.code ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Desk' }).waitFor();
}
