/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses Tab until a thing has focus, at most so often. */
export async function tabUntil(page: Page, target: Locator, mostSteps: number): Promise<void> {
  await target.waitFor();
  const hasFocus = (): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < mostSteps && !(await hasFocus()); step += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await hasFocus(), `Tab does not lead to ${target}`).toBe(true);
}
