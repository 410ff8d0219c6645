/// <reference lib="dom" />
/** A person at a browser: a window of their own, and everything that went wrong in it. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The password of every customer of the demonstration. */
export const PASSWORD = 'larkspur-demo-1';

export const PHONE = { width: 375, height: 812 } as const;
export const DESK = { width: 1280, height: 900 } as const;

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.ROADBOOK_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

export type Visitor = {
  readonly page: Page;
  /** Errors on the console or thrown by a page, and requests that left the portal's origin. */
  readonly faults: readonly string[];
};

/** Opens a window on the portal; a page's address may then be written without its origin. */
export async function visit(
  browser: Browser,
  portalUrl: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: portalUrl, viewport: PHONE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`thrown: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== portalUrl) faults.push(`request to ${origin}`);
  });
  return { page, faults };
}

/** Signs in on the sign-in page and waits for the contracts. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name or email').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('article').first().waitFor();
}

/** Signs out from the menu: on a phone it is opened first. */
export async function signOut(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

/** Opens a page of the portal and waits until nothing on it is still to come. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits for the heading, and for the quiet places of what is still loading to be gone. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('[role=status]')].some((place) =>
        /^(Loading|Opening)/.test(place.textContent ?? ''),
      ),
  );
}

/** The addresses of the contracts on the home page, in its order. */
export async function contractPaths(page: Page): Promise<string[]> {
  await open(page, '/contracts');
  await page.locator('article').first().waitFor();
  const links = page.locator('article h2 a');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}
