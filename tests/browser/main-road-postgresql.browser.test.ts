import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whatIsMissing } from '../../scripts/test-kinds.mjs';
import { type KillPlace, postgresPlace } from '../kill/kill-place.ts';
import { freePort, roadbook, type Server, startServer } from '../kill/server-process.ts';
import { walkMainRoad } from './main-road.ts';
import { portalUrl } from './places.ts';
import { DESK, openBrowser, visit } from './visitor.ts';

const missing = await whatIsMissing('postgres');
const reason = missing === null ? '' : ` (left out: ${missing})`;

describe.skipIf(missing !== null)(`the main road on PostgreSQL${reason}`, () => {
  let place: KillPlace | undefined;
  let server: Server | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    place = await postgresPlace();
    await roadbook(place.settings, 'demo');
    server = await startServer(place.settings, await freePort());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await place?.remove();
  });

  test('at a desk a customer sees what is owed, pays it once and keeps the receipt', async () => {
    expect(server?.url).not.toBe(portalUrl());
    const maya = await visit(browser!, server!.url, { viewport: DESK });
    await walkMainRoad(maya, 'maya');
    expect(new URL(maya.page.url()).pathname).toMatch(/\/history$/);
  });
});
