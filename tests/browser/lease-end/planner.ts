/// <reference lib="dom" />
/** A person with a lease of any lender at the planner, on a day that stands still. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Visitor, visit } from '../visitor.ts';

export const TODAY = '2026-11-22';

export async function visitPlanner(
  browser: Browser,
  portalUrl: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await visit(browser, portalUrl, { reducedMotion: 'reduce', ...options });
  await visitor.page.clock.setFixedTime(new Date(`${TODAY}T12:00:00`));
  return visitor;
}

/** Answers the question that is open by typing, and goes on with the Enter key. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
}

/** From the guide to the plan by three numbers. */
export async function makePlan(page: Page, odometer = '33,200'): Promise<void> {
  await page.goto('/lease-end');
  await page.getByRole('link', { name: 'See what it will cost me' }).click();
  await type(page, 'Last day of the lease', '03/15/2027');
  await type(page, 'Monthly payment', '415.20');
  await type(page, 'Miles on the odometer', odometer);
  await page.getByRole('heading', { name: 'Every way out, side by side' }).waitFor();
}

/** Goes to a page of the planner without losing what was told. */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
