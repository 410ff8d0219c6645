/**
 * Goal: people of a boarded book get in by themselves, by keyboard, on a narrow screen.
 * Method: an installation of its own, as README.md has it: the sample files boarded, the letters
 * printed and read. Each way is walked once; every page is held to axe at 320 px.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../api/run-command.ts';
import { freePort, startServer } from '../../kill/server-process.ts';
import { tabUntil } from '../keys.ts';
import { openBrowser, visit } from '../visitor.ts';
import { plugInDevice } from './authenticator-device.ts';
import { readCode } from './mailbox.ts';
import { codesOfLetters } from './printed-letters.ts';

const NARROW = { viewport: { width: 320, height: 640 } };
const PASSWORD = 'four quiet orange doors';
const samples = new URL('../../../docs/recipes/first-customers/', import.meta.url);

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let letters: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-register-'));
  const port = await freePort();
  const settings = {
    ROADBOOK_DATA: join(folder, 'data'),
    ROADBOOK_SIMULATE: '1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
  };
  server = await startServer(settings, port);
  const day = (before: number): string =>
    new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
  const text = await readFile(new URL('contracts.csv', samples), 'utf8');
  const contracts = join(folder, 'contracts.csv');
  await writeFile(
    contracts,
    text.replaceAll('2026-11-27', day(2)).replaceAll('2026-11-15', day(14)),
  );
  const parties = new URL('parties.csv', samples).pathname;
  const boarded = await runCommand(settings, 'board', contracts, '--parties', parties);
  expect(boarded.code, boarded.said).toBe(0);
  const out = join(folder, 'letters.pdf');
  const invited = await runCommand(settings, 'invite', '--out', out);
  expect(invited.said).toContain('4 letters');
  expect(invited.code).toBe(0);
  letters = await codesOfLetters(out);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const portal = (): string => server.url.replace('127.0.0.1', 'localhost');

/** Fills a field and goes on from it, by keyboard alone. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabUntil(page, page.getByLabel(label, { exact: true }), 40);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  await tabUntil(page, page.getByRole(role, { name }), 40);
  await page.keyboard.press('Enter');
}

async function demandAccess(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

async function confirmEmail(page: Page, whose: RegExp, email: string, isHeld = true) {
  await page.waitForURL('**/register/email');
  if (isHeld) await demandAccess(page);
  await type(page, 'Email address', email);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/proof/code**');
  await typeCode(page, whose);
}

async function typeCode(page: Page, whose: RegExp): Promise<void> {
  const code = await readCode(page, whose, 0);
  await type(page, 'Code', code);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/register/account');
}

async function agree(page: Page): Promise<void> {
  await tabUntil(page, page.getByLabel(/I agree to the terms/), 40);
  await page.keyboard.press('Space');
}

test('by a letter with a passkey alone, which signs in again', async () => {
  const { page, faults } = await visit(browser, portal(), NARROW);
  const device = await plugInDevice(page);
  await page.goto('/');
  await press(page, 'First time here? Open your account', 'link');
  await page.waitForURL('**/register');
  await demandAccess(page);
  await press(page, 'I have a letter with a code', 'link');
  await page.waitForURL('**/register/letter');
  await type(page, 'Code', letters.get('Zoë Żak')?.toLowerCase() ?? '');
  await page.keyboard.press('Enter');
  await confirmEmail(page, /Żak/, 'zoe.new@example.com');
  await demandAccess(page);
  await agree(page);
  await press(page, 'Use a passkey instead');
  await page.waitForURL('**/contracts');
  await page.locator('article').first().waitFor();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.waitForURL('**/contracts');
  await page.locator('article').first().waitFor();
  await device.lose();
  expect(faults).toEqual([]);
});

test('by the facts, without script, after two mistakes', async () => {
  const { page } = await visit(browser, portal(), { ...NARROW, javaScriptEnabled: false });
  await page.goto('/sign-in');
  await press(page, 'Open your account', 'link');
  const facts = async (year: string): Promise<void> => {
    await page.getByLabel('Contract number').focus();
    await type(page, 'Contract number', 'NRF-2001');
    await type(page, 'Month', '4');
    await type(page, 'Day', '17');
    await type(page, 'Year', year);
    await type(page, 'Last four digits of your Social Security number', '0142');
    await type(page, 'ZIP code', '45402');
    await page.keyboard.press('Enter');
  };
  await facts('1989');
  await page.getByRole('alert').getByText('We could not open an account').waitFor();
  await facts('1988');
  await confirmEmail(page, /Dana Whitfield/, 'dana@example.com', false);
  await type(page, 'New password', 'whitfield');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Please agree to the terms').waitFor();
  await agree(page);
  await type(page, 'New password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contracts');
});

test('by a code to the email on file, for two contracts at once', async () => {
  const { page } = await visit(browser, portal(), NARROW);
  await page.goto('/register/on-file');
  await demandAccess(page);
  await type(page, 'Your name', 'marcus bell');
  await type(page, 'Contract number', 'nrf-2004');
  await type(page, 'Email address', 'marcus@example.com');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/proof/code**');
  await typeCode(page, /Bell/);
  await agree(page);
  await page.getByLabel('New password').focus();
  await type(page, 'New password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contracts');
  await page.locator('article').nth(1).waitFor();
  await page.goto('/terms');
  await demandAccess(page);
});
