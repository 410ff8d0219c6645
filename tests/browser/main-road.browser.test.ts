import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { walkMainRoad } from './main-road.ts';
import { portalUrl } from './places.ts';
import { openBrowser, PHONE, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('on a phone a customer sees what is owed, pays it once and keeps the receipt', async () => {
  const maya = await visit(browser, portalUrl(), { viewport: PHONE });
  await walkMainRoad(maya, 'maya');
  expect(new URL(maya.page.url()).pathname).toMatch(/\/history$/);
});
