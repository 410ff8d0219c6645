/** A walk is never lost: it is kept by itself, comes back, and is never overwritten in silence. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../../places.ts';
import { open, openBrowser, PHONE, visit } from '../../visitor.ts';
import { begin, goToSide, note, openEstimate, side, someJpeg, WALK } from './walk-person.ts';

let browser: Browser;
let profile: string;
beforeAll(async () => {
  browser = await openBrowser();
  profile = await mkdtemp(join(tmpdir(), 'roadbook-profile-'));
});
afterAll(async () => {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
});

/** A browser with a profile on disk, as a telephone's: it can be killed and opened again. */
function openProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.ROADBOOK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
    baseURL: portalUrl(),
    viewport: PHONE,
  });
}

/** Everything that a page's storage holds, by name. */
const storageOf = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

/** Whether a piece of a walk has reached the device: looked up where it is kept. */
async function isKept(piece: string): Promise<boolean> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    for (const store of database.objectStoreNames) {
      const values = await new Promise<unknown[]>((resolve, reject) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      if (JSON.stringify(values).includes(piece)) return true;
    }
    database.close();
  }
  return false;
}

const keptAt = (page: Page) => page.getByText(/^Kept on this device: /);

test('a walk comes back after a reload in the middle of a mark, photo and all', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await page.getByRole('button', { name: 'Hood: Something here' }).click();
  await page.getByRole('radio', { name: /^Dent/ }).check();
  await page.getByLabel('How long is it').fill('1 1/2');
  const buffer = await someJpeg(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'hood.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  await page.reload();
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  expect(await page.getByRole('radio', { name: /^Dent/ }).isChecked()).toBe(true);
  expect(await page.getByLabel('How long is it').inputValue()).toBe('1 1/2');
  await page.getByRole('radio', { name: 'No, the paint is whole' }).check();
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await side(page, 'Front');
  await open(page, WALK);
  await page.getByRole('heading', { name: 'Your walk is still here' }).waitFor();
  await page.getByText('Car · 1 of 51 parts looked at · 1 thing found · 1 photo').waitFor();
  expect(await keptAt(page).textContent()).toMatch(/day, .+ (AM|PM)\.$/);
  await page.getByRole('link', { name: 'Go on with your walk' }).click();
  await side(page, 'Front');
  await page.getByRole('button', { name: /^Hood, ordinary wear/ }).waitFor();
  expect(faults).toEqual([]);
});

test('a walk comes back after its tab was closed and after the browser was killed', async () => {
  const first = await openProfile();
  const page = await first.newPage();
  await begin(page, 'SUV or van');
  await goToSide(page, 'Left side');
  await note(page, 'Left rear door', 'Dent', '5');
  await page.close({ runBeforeUnload: false });
  const again = await first.newPage();
  await again.goto(`${WALK}#left`);
  await again.getByRole('button', { name: /^Left rear door, would be charged/ }).waitFor();
  await again.getByRole('button', { name: 'Left front door: Something here' }).click();
  await again.getByRole('radio', { name: /^Scratch/ }).check();
  await again.getByLabel('How long is it').fill('2 1/4');
  await again.waitForFunction(isKept, '"2 1/4"');
  const killer = await again.context().newCDPSession(again);
  // The whole renderer goes at once: nothing of the page runs any more.
  const crashed = again.waitForEvent('crash');
  void killer.send('Page.crash').catch(() => null);
  await crashed;
  await first.close();

  const second = await openProfile();
  const reopened = await second.newPage();
  await open(reopened, WALK);
  await reopened.getByText(/^SUV or van · 1 of 52 parts looked at · 1 thing found/).waitFor();
  await reopened.getByText('You began to note something: Left front door.').waitFor();
  await reopened.getByRole('link', { name: 'Finish it' }).click();
  await side(reopened, 'Left front door');
  expect(await reopened.getByLabel('How long is it').inputValue()).toBe('2 1/4');
  await second.close();
});

test('the switch forgets at once and nothing is kept from then on', async () => {
  const { page, faults } = await visit(browser, portalUrl());
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await openEstimate(page);
  await page.getByRole('button', { name: 'Use it in my plan' }).click();
  expect((await storageOf(page)).databases).toEqual(['roadbook-walk']);
  await page.getByRole('switch', { name: /^Keep nothing on this device/ }).check();
  await page.getByText(/^Deleted from this device/).waitFor();
  await expect
    .poll(() => storageOf(page))
    .toEqual({
      local: ['roadbook.walk.keep-nothing'],
      session: [],
      databases: [],
    });
  // The walk stays on the page, and what is added to it goes nowhere.
  await page.getByRole('link', { name: /^Back to: / }).click();
  await page.getByRole('button', { name: 'Grille: Looks fine' }).click();
  await page.getByRole('button', { name: /^Grille, looks fine/ }).waitFor();
  await page.reload();
  await page.getByRole('radio', { name: 'Car', exact: true }).waitFor();
  const { databases } = await storageOf(page);
  expect(databases.length === 0 || (await keptWalks(page)) === 0).toBe(true);
  expect(await page.getByRole('heading', { name: 'Your walk is still here' }).count()).toBe(0);
  // Switched off again, the next walk is kept.
  await page.getByRole('switch', { name: /^Keep nothing on this device/ }).uncheck();
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await page.reload();
  await page.getByRole('button', { name: /^Hood, would be charged/ }).waitFor();
  expect(faults).toEqual([]);
});

const keptWalks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('roadbook-walk');
        opened.onsuccess = () => {
          const { result } = opened;
          if (!result.objectStoreNames.contains('walk')) return resolve(0);
          const count = result.transaction('walk').objectStore('walk').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );

test('two tabs never overwrite each other in silence', async () => {
  const { page: one } = await visit(browser, portalUrl());
  await begin(one);
  await note(one, 'Hood', 'Dent', '5');
  const two = await one.context().newPage();
  await two.goto(`${WALK}#front`);
  await two.getByRole('button', { name: /^Hood, would be charged/ }).waitFor();
  await two.getByRole('button', { name: 'Grille: Looks fine' }).click();
  await two.getByRole('button', { name: /^Grille, looks fine/ }).waitFor();
  await one.getByRole('button', { name: 'Windshield: Looks fine' }).click();
  const notice = one.getByText(/^This walk was changed in another tab or window/);
  await notice.waitFor();
  await one.getByRole('button', { name: 'Go on with the other one' }).click();
  await one.getByRole('button', { name: /^Grille, looks fine/ }).waitFor();
  await notice.waitFor({ state: 'detached' });
  // The other way round: the person keeps their own.
  await one.getByRole('button', { name: 'Windshield: Looks fine' }).click();
  await one.getByRole('button', { name: /^Windshield, looks fine/ }).waitFor();
  await two.getByRole('button', { name: 'Left headlight: Looks fine' }).click();
  await two.getByRole('button', { name: 'Keep this one instead' }).click();
  await two
    .getByText(/^This walk was changed in another tab or window/)
    .waitFor({ state: 'detached' });
  await one.reload();
  await one.getByRole('button', { name: /^Left headlight, looks fine/ }).waitFor();
  await one.getByRole('button', { name: /^Windshield, not looked at yet/ }).waitFor();
});

test('a tab that is looked at again shows what another one wrote', async () => {
  const { page: one } = await visit(browser, portalUrl());
  await begin(one);
  await note(one, 'Hood', 'Dent', '5');
  const two = await one.context().newPage();
  await two.goto(`${WALK}#front`);
  await two.getByRole('button', { name: 'Grille: Looks fine' }).click();
  await two.getByRole('button', { name: /^Grille, looks fine/ }).waitFor();
  await one.evaluate(() => dispatchEvent(new Event('focus')));
  await one.getByRole('button', { name: /^Grille, looks fine/ }).waitFor();
});

test('no room for a photo is said plainly, and the marks are kept', async () => {
  const { page } = await visit(browser, portalUrl());
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (value instanceof Blob) throw new DOMException('no room', 'QuotaExceededError');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    };
  });
  await begin(page);
  await page.getByRole('button', { name: 'Hood: Something here' }).click();
  await page.getByRole('radio', { name: /^Dent/ }).check();
  await page.getByLabel('How long is it').fill('5');
  await page.getByRole('radio', { name: 'No, the paint is whole' }).check();
  const buffer = await someJpeg(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'hood.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText(/^This device has no room left for one photo/).waitFor();
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await side(page, 'Front');
  await page.waitForFunction(isKept, '"partId":"hood"');
  await page.reload();
  await page.getByRole('button', { name: /^Hood, would be charged/ }).waitFor();
});

test('a browser that keeps nothing says so, and the walk goes on', async () => {
  const { page } = await visit(browser, portalUrl());
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'InvalidStateError');
    };
  });
  await begin(page);
  await page.getByText(/^This browser cannot keep your walk/).waitFor();
  await note(page, 'Hood', 'Dent', '5');
  await page.getByRole('button', { name: /^Hood, would be charged/ }).waitFor();
});

test('a new walk takes the place of the old one only when that is certain', async () => {
  const { page } = await visit(browser, portalUrl());
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await open(page, WALK);
  await page.getByRole('button', { name: 'Start a new walk' }).click();
  await page.getByRole('button', { name: 'No, keep it' }).click();
  await page.getByText(/1 thing found/).waitFor();
  await page.getByRole('button', { name: 'Start a new walk' }).click();
  await page.getByRole('button', { name: 'Yes, delete it and start a new walk' }).click();
  await page.getByRole('radio', { name: 'Car', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('radio', { name: 'Car', exact: true }).waitFor();
  expect(await page.getByRole('heading', { name: 'Your walk is still here' }).count()).toBe(0);
});
