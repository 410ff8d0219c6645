import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, open, openBrowser, PASSWORD, signIn, signOut, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function send(page: Page, login: string, password: string): Promise<void> {
  await page.fill('#login', login);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
}

function focusedRole(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('role'));
}

test('without script a wrong password is answered in words and the right one opens', async () => {
  const { page } = await visit(browser, portalUrl(), { javaScriptEnabled: false });
  await page.goto('/sign-in');
  await send(page, 'theo', 'not the password');
  await page.waitForURL('**/sign-in?problem=*');
  expect(await page.getByRole('alert').innerText()).toMatch(/We could not sign you in/);
  await send(page, 'theo', PASSWORD);
  await page.waitForURL('**/contracts');
  expect(await page.locator('noscript').innerText()).toMatch(/need JavaScript/);
});

test('an empty form is told before it is sent, and the summary takes focus', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await open(page, '/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const summary = page.getByRole('alert');
  expect(await summary.innerText()).toMatch(/Enter your user name[\s\S]*Enter your password/);
  expect(await focusedRole(page)).toBe('alert');
  expect(new URL(page.url()).search).toBe('');
  expect(faults).toEqual([]);
});

test('a wrong password says so, takes focus and keeps the user name', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await open(page, '/sign-in');
  await send(page, 'theo', 'not the password');
  await page.waitForURL('**/sign-in?problem=sign-in-refused');
  await page.getByRole('alert').filter({ hasText: 'We could not sign you in' }).waitFor();
  expect(await focusedRole(page)).toBe('alert');
  expect(await page.inputValue('#login')).toBe('theo');
  expect(await page.inputValue('#password')).toBe('');
  expect(faults).toEqual([]);
});

test('a session that has ended says so and leads back to the place', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'theo');
  const [path = ''] = await contractPaths(page);
  await page.context().clearCookies();
  await page.goto(`${path}/payoff`);
  await page.waitForURL('**/sign-in?problem=session-ended');
  expect(await page.getByRole('status').innerText()).toMatch(/Your session has ended/);
  await send(page, 'theo', PASSWORD);
  await page.getByRole('heading', { name: 'What it is made of' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${path}/payoff`);
});

test('signing out leaves nothing in the browser', async () => {
  const { page } = await visit(browser, portalUrl());
  await signIn(page, 'theo');
  await signOut(page);
  await page.waitForURL('**/sign-in?problem=signed-out');
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  await page.goto('/contracts');
  await page.waitForURL('**/sign-in?problem=session-ended');
});
