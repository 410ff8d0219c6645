/// <reference lib="dom" />
/** A person on the walk around the car: what they press, in the words that they read. */
import type { Page } from 'playwright-core';
import { faultsOf as readableFaults } from '../../readable.ts';
import { open, PHONE } from '../../visitor.ts';

export const WALK = '/lease-end/walk';

/** The sides of the car in the order of the walk, as headings. */
export const SIDES = [
  'Front',
  'Left side',
  'Rear',
  'Right side',
  'Roof',
  'Inside',
  'What came with it',
] as const;

export type Style = 'Car' | 'SUV or van' | 'Pickup truck';

/** The lender of the demonstration, whose guide and prices judge a walk to the cent. */
export const LENDER = 'Larkspur Motor Finance';
export const ANOTHER_LENDER = 'Another company, or I am not sure';

export async function begin(page: Page, style: Style = 'Car', lender = LENDER): Promise<void> {
  await open(page, WALK);
  await page.getByRole('radio', { name: style, exact: true }).check();
  await page.getByRole('radio', { name: lender, exact: true }).check();
  await page.getByRole('button', { name: 'Start at the front' }).click();
  await side(page, 'Front');
}

export async function side(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
}

export async function goToSide(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sides of the car' })
    .getByRole('link', { name: new RegExp(`^${name}:`) })
    .click();
  await side(page, name);
}

/** Notes a dent or a scratch of a size on a painted part; the side of the part must be shown. */
export async function note(
  page: Page,
  part: string,
  damage: string,
  inches: string | null,
): Promise<void> {
  await page.getByRole('button', { name: `${part}: Something here`, exact: true }).click();
  await page.getByRole('radio', { name: new RegExp(`^${damage}`) }).check();
  if (inches === null) await page.getByRole('checkbox', { name: /know yet/ }).check();
  else await page.getByLabel('How long is it').fill(inches);
  await page.getByRole('radio', { name: 'No, the paint is whole' }).check();
  await page.getByRole('button', { name: 'Add to my walk' }).click();
  await page.getByRole('heading', { name: part, level: 1 }).waitFor({ state: 'detached' });
}

export async function openEstimate(page: Page): Promise<void> {
  await page.getByRole('link', { name: /thing(s)? found|Nothing found yet/ }).click();
  await side(page, 'What it comes to');
}

/** A photo as a camera would give it, drawn by the browser itself. */
export async function someJpeg(page: Page, width = 2_400, height = 1_800): Promise<Buffer> {
  const letters = await page.evaluate(
    (size) => {
      const canvas = document.createElement('canvas');
      canvas.width = size.width;
      canvas.height = size.height;
      canvas.getContext('2d')?.fillRect(100, 100, 900, 900);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    { width, height },
  );
  return Buffer.from(letters, 'base64');
}

/** What keeps a screen from being read by everybody: on every width and in both schemes. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults = await readableFaults(page, { sizes: [PHONE], atEnd: true });
  return faults.map((fault) => `${screen}: ${fault}`);
}
