/**
 * Goal: getting in works as people do it: a code without script, a passkey, a lost password.
 * Method: a customer who is asked twice, in Chromium with its virtual authenticator; the codes are
 * read in the demonstration's mailbox. Each page is held to axe, at 320 px too.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { contractPaths, openBrowser, PASSWORD, signIn, signOut, visit } from '../visitor.ts';
import { plugInDevice } from './authenticator-device.ts';
import { readCode } from './mailbox.ts';

const VERA = /Vera/;
const NEW_PASSWORD = 'four quiet orange doors';

let browser: Browser;
let codes = 0;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Passkeys need an address with a name. */
const portal = (): string => portalUrl().replace('127.0.0.1', 'localhost');

async function demandAccess(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const width = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  if (width !== null) await page.setViewportSize(width);
}

async function typePassword(page: Page, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name or email').fill('vera');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/sign-in/proof');
}

async function proveByMail(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Email me a code/ }).click();
  await page.waitForURL('**/sign-in/proof/code**');
  const code = await readCode(page, VERA, codes);
  codes += 1;
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('without script a code of the mailbox opens, and a wrong one says so', async () => {
  const { page } = await visit(browser, portal(), { javaScriptEnabled: false });
  await typePassword(page);
  await page.getByRole('button', { name: /Email me a code/ }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill('12 34 5');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.getByRole('alert').innerText()).toMatch(/That code is not right/);
  const code = await readCode(page, VERA, codes);
  codes += 1;
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/contracts');
});

test('the pages of the way in hold to axe and to 320 px', async () => {
  const { page } = await visit(browser, portal());
  for (const path of ['/sign-in', '/sign-in/forgot-password', '/sign-in/forgot-user-name']) {
    await page.goto(path);
    await demandAccess(page);
  }
  await typePassword(page);
  await demandAccess(page);
  await page.getByRole('button', { name: /Email me a code/ }).click();
  await readCode(page, VERA, codes);
  codes += 1;
  await demandAccess(page);
});

test('a passkey is added, signs in by itself, and is removed', async () => {
  const { page, faults } = await visit(browser, portal());
  const device = await plugInDevice(page);
  await typePassword(page);
  await proveByMail(page);
  await page.locator('article').first().waitFor();
  await page.goto('/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey is saved').waitFor();
  await demandAccess(page);
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 401) refused.push(new URL(answer.url()).pathname);
  });
  await page.goto('/contact');
  await page.context().clearCookies();
  // The device answers at once what the browser offers in the field: nothing has to be pressed.
  await page.goto('/sign-in');
  await page.waitForURL('**/contracts');
  await page.locator('article').first().waitFor();
  await page.goto('/security');
  await page.getByText(/Last used/).waitFor();
  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByText('The passkey is removed').waitFor();
  await device.lose();
  expect(refused).toEqual([]);
  expect(faults).toEqual([]);
});

test('a bank account asks for a second proof in its place, by a code that comes', async () => {
  const { page } = await visit(browser, portal());
  await typePassword(page);
  await proveByMail(page);
  await page.locator('article').first().waitFor();
  // On the known device the password is enough to come in, and no more.
  await signOut(page);
  await page.waitForURL('**/sign-in?problem=signed-out');
  await signIn(page, 'vera');
  const [path = ''] = await contractPaths(page);
  await page.goto(`${path}/pay/bank-account`);
  await page.getByLabel('Name on the account').fill('Vera Lundgren');
  await page.getByLabel('Routing number').fill('021000021');
  await page.getByLabel('Account number', { exact: true }).fill('000123456789');
  await page.getByLabel('Account number again').fill('000123456789');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save the account' }).click();
  await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor();
  await page.getByRole('button', { name: /Email me a code/ }).click();
  const code = await readCode(page, VERA, codes);
  codes += 1;
  expect(code).toMatch(/^\d{6}$/);
  await demandAccess(page);
});

test('a forgotten password is set anew by two proofs, without script', async () => {
  const { page } = await visit(browser, portal(), { javaScriptEnabled: false });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('User name or email').fill('vera');
  await page.getByRole('button', { name: 'Continue' }).click();
  await proveByMail(page);
  await page.waitForURL('**/sign-in/proof');
  await page.getByRole('button', { name: /Text me a code/ }).click();
  const mailbox = await page.context().newPage();
  let code: string | undefined;
  for (let tries = 0; tries < 300 && code === undefined; tries += 1) {
    await mailbox.goto('/demo/mailbox');
    await mailbox.getByRole('link', { name: VERA }).click();
    const text = mailbox.getByRole('link', { name: /Your code is/ });
    if ((await text.count()) > 0) {
      code = /(\d{6})/.exec((await text.first().textContent()) ?? '')?.[1];
    }
  }
  await mailbox.close();
  await page.getByRole('textbox', { name: 'Code' }).fill(code ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/sign-in/new-password');
  await page.getByLabel('New password').fill('larkspur vera');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  expect(await page.getByRole('alert').innerText()).toMatch(/Do not build it from your name/);
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.waitForURL('**/contracts');
});
