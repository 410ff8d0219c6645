/** Every amount of every page is opened, and its lines are added up. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalUrl } from './places.ts';
import { contractPaths, DESK, open, openBrowser, signIn, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Opened = {
  readonly shown: string;
  readonly total: string;
  readonly lines: readonly string[];
};

/** Presses each amount of the page in turn, reads its sheet and closes it. */
function openEveryAmount(page: Page): Promise<Opened[]> {
  return page.evaluate(async () => {
    const drawn = () => new Promise((next) => requestAnimationFrame(next));
    const text = (place: Element | null | undefined) => place?.textContent?.trim() ?? '';
    const opened = [];
    for (const amount of document.querySelectorAll<HTMLElement>('button[aria-haspopup=dialog]')) {
      amount.click();
      while (document.querySelector('dialog[open]') === null) await drawn();
      const sheet = document.querySelector<HTMLDialogElement>('dialog[open]');
      const lines = [...(sheet?.querySelectorAll('tbody tr:first-child > td') ?? [])].map(text);
      const foot = sheet?.querySelector('tfoot td') ?? sheet?.querySelector('.number');
      opened.push({ shown: text(amount.firstChild as Element), total: text(foot), lines });
      sheet?.close();
      while (document.querySelector('dialog') !== null) await drawn();
    }
    return opened;
  });
}

function centsOf(text: string): bigint {
  const match = /^(-?)\$([\d,]+)\.(\d\d)$/.exec(text);
  expect(match, `“${text}” is not an amount`).not.toBeNull();
  const cents = BigInt((match?.[2] ?? '').replaceAll(',', '') + match?.[3]);
  return match?.[1] === '-' ? -cents : cents;
}

function checkSum({ shown, total, lines }: Opened, path: string): void {
  const sum = lines.reduce((before, line) => before + centsOf(line), 0n);
  expect(total, path).toBe(shown);
  expect(sum, `${path}: ${lines.join(' + ')}`).toBe(centsOf(shown));
}

async function unfoldSchedule(page: Page): Promise<void> {
  await page
    .locator('details > summary')
    .filter({ hasText: /^Every payment/ })
    .click();
  await page.locator('details[open] table tbody tr').first().waitFor();
}

/** How many amounts the pages of a contract hold, each of them opened and added up. */
async function checkContract(page: Page, path: string): Promise<number> {
  let count = 0;
  const check = async (): Promise<void> => {
    const opened = await openEveryAmount(page);
    for (const amount of opened) checkSum(amount, page.url());
    count += opened.length;
  };
  await open(page, path);
  const hasPayoff = (await page.getByRole('link', { name: 'Payoff', exact: true }).count()) > 0;
  await unfoldSchedule(page);
  await check();
  for (const part of ['/history', ...(hasPayoff ? ['/payoff'] : [])]) {
    await open(page, path + part);
    await page
      .getByRole('button', { name: /why this number/ })
      .first()
      .waitFor();
    await check();
  }
  return count;
}

const LOGINS = ['maya', 'sam', 'rosa', 'theo', 'ines', 'oscar', 'lena'];

describe.each(LOGINS)('as %s', (login) => {
  test('every amount is the sum of its lines', async () => {
    const { page, faults } = await visit(browser, portalUrl(), {
      viewport: DESK,
      reducedMotion: 'reduce',
    });
    await signIn(page, login);
    const paths = await contractPaths(page);
    const atHome = await openEveryAmount(page);
    expect(atHome.length).toBeGreaterThanOrEqual(paths.length);
    for (const amount of atHome) checkSum(amount, '/contracts');
    for (const path of paths) expect(await checkContract(page, path)).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
});
