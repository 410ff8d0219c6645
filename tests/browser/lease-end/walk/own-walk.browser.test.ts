/** The walk inside an account: judged by the lease's own guide, saved, shown again, never lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalUrl } from '../../places.ts';
import { contractPaths, open, openBrowser, signIn, visit } from '../../visitor.ts';
import { begin, faultsOf, note, side } from './walk-person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The address of the first lease with a lease end. */
async function leasePath(page: Page): Promise<string> {
  for (const path of await contractPaths(page)) {
    await open(page, path);
    if ((await page.getByRole('link', { name: 'Lease end', exact: true }).count()) > 0) return path;
  }
  throw new Error('lena has a lease');
}

const savedWalk = (page: Page) => page.getByRole('region', { name: 'Saved with your account' });

test('a walk is brought along, saved, shown, and replaced only when asked', async () => {
  const { page, faults } = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  // Before signing in: a walk that this device keeps.
  await begin(page);
  await note(page, 'Hood', 'Dent', '5');
  await signIn(page, 'lena');
  const path = await leasePath(page);
  await open(page, `${path}/lease-end`);
  // The lower half of the page comes when somebody is near it.
  await page.getByRole('button', { name: 'Show the rest of this page' }).focus();
  await page.getByRole('link', { name: 'Start the walk' }).click();
  await side(page, 'A walk around your car');
  const found = await faultsOf(page, 'own start');
  await page.getByRole('button', { name: 'Bring it along' }).click();
  await page.getByText(/^Your walk came along/).waitFor();
  await page.getByRole('link', { name: 'See what it comes to so far' }).click();
  await side(page, 'What it comes to');
  expect(await page.getByRole('button', { name: /Charges for wear/ }).textContent()).toMatch(
    /^\$200\.00/,
  );
  found.push(...(await faultsOf(page, 'own estimate')));
  await page.getByRole('button', { name: 'Save with my account' }).click();
  await page.getByText(/^Saved with your account: /).waitFor();

  // On another device: the saved walk with its marks, and nothing on the device.
  const other = await visit(browser, portalUrl(), { reducedMotion: 'reduce' });
  await signIn(other.page, 'lena');
  await open(other.page, `${path}/lease-end/walk`);
  await savedWalk(other.page).getByText('Hood: dent, 5 in').waitFor();
  await savedWalk(other.page).getByText('1 thing found: 1 would be charged').waitFor();
  await savedWalk(other.page).getByRole('img', { name: 'The front of the car' }).waitFor();
  found.push(...(await faultsOf(other.page, 'own start with a saved walk')));
  await other.page.getByRole('link', { name: 'Go on with your walk' }).click();
  await other.page.getByRole('button', { name: 'Grille: Something here' }).waitFor();
  await other.page.getByRole('button', { name: 'Grille: Looks fine' }).click();
  await open(other.page, `${path}/lease-end/walk#estimate`);
  // Loaded anew, it is a walk of this device, and nobody knows what it grew out of.
  await other.page.reload();
  await other.page.getByRole('button', { name: 'Save with my account' }).click();
  await other.page.getByText(/^Your account has a walk of /).waitFor();
  await other.page.getByRole('button', { name: 'No, keep the saved walk' }).click();
  await other.page.getByRole('button', { name: 'Save with my account' }).click();
  await other.page.getByRole('button', { name: 'Yes, replace the saved walk' }).click();
  await other.page.getByText(/^Saved with your account: /).waitFor();

  // Back on the first one: taking up the saved walk asks before it replaces the one that is open.
  await open(page, `${path}/lease-end/walk`);
  await page.getByRole('button', { name: 'Go on from the saved walk' }).click();
  await page.getByText(/It would be replaced\.$/).waitFor();
  await page.getByRole('button', { name: 'No, leave it as it is' }).click();
  await page.getByRole('button', { name: 'Go on from the saved walk' }).click();
  await page.getByRole('button', { name: 'Yes, open the saved walk' }).click();
  await page.getByText(/^The saved walk is open/).waitFor();
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  expect(other.faults).toEqual([]);
});
