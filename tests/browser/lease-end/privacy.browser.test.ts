/** Nothing that is typed leaves the browser, and the planner works without a connection. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../places.ts';
import { openBrowser } from '../visitor.ts';
import { makePlan, turnTo, visitPlanner } from './planner.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const TYPED = /03152027|03%2F15|2027-03-15|415|33,?200|plan=/;

test('no request carries anything that was typed', async () => {
  const { page, faults } = await visitPlanner(browser, portalUrl());
  const sent: string[] = [];
  page.context().on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    sent.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ''}`);
  });
  await makePlan(page);
  await page.getByRole('checkbox', { name: /Keep it in this browser/ }).check();
  await page.getByRole('button', { name: 'Copy a link to it' }).click();
  const link = await page.getByLabel(/The plan is in the link/).inputValue();
  await page.goto(link);
  await page.getByText(/All in all between/).waitFor();
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter((each) => TYPED.test(each) || !each.startsWith('GET '))).toEqual([]);
  expect(sent.filter((each) => each.includes('/api/'))).toEqual([]);
  expect(new URL(page.url()).hash).toBe('');
  expect(faults).toEqual([]);
});

test('after one visit the planner opens and computes without a connection', async () => {
  const { page } = await visitPlanner(browser, portalUrl());
  await page.goto('/lease-end');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await makePlan(page);
  await page.getByRole('checkbox', { name: /Keep it in this browser/ }).check();
  await page.goto('/lease-end/plan');
  await page.getByText(/All in all between/).waitFor();
  const cached = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = names.map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(lists)).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(cached.length).toBeGreaterThan(8);
  const ours = /^\/(lease-end|offline$|assets\/|brand\.css$|favicon\.svg$)/;
  expect(cached.filter((path) => !ours.test(path))).toEqual([]);
});

test('a plan is kept only when asked, and forgotten wholly', async () => {
  const { page } = await visitPlanner(browser, portalUrl());
  await makePlan(page);
  const kept = () => page.evaluate(() => Object.keys(localStorage));
  expect(await kept()).toEqual([]);
  await page.getByRole('checkbox', { name: /Keep it in this browser/ }).check();
  expect(await kept()).toEqual(['roadbook.lease-end.plan']);
  await page.reload();
  await page.getByText(/All in all between/).waitFor();
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByRole('link', { name: 'See what it will cost me' }).waitFor();
  expect(await kept()).toEqual([]);
  await turnTo(page, '/lease-end/ask/payment');
  expect(await page.getByLabel('Monthly payment').inputValue()).toBe('');
});

test.each(['#plan=AAAA', '#plan=%22%3Cscript%3E', '#plan=e30', `#plan=${'A'.repeat(20_000)}`])(
  'a forged link (%#) is refused kindly, and the planner goes on',
  async (hash) => {
    const { page, faults } = await visitPlanner(browser, portalUrl());
    await page.goto(`/lease-end/plan${hash}`);
    await page.getByRole('heading', { name: 'The link could not be read' }).waitFor();
    await page.getByRole('link', { name: 'Go to the question' }).click();
    await page.getByLabel('Last day of the lease').waitFor();
    expect(faults).toEqual([]);
  },
);
