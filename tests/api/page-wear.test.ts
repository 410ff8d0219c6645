/**
 * Goal: a public walk is judged by the guide and prices of the lender served, and of no other.
 * Method: what the planner's pages carry, for the demonstration and for a lender of a file.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGuideCsv } from '@roadbook/domain/wear/csv/read-guide-csv';
import { wearCsvRows } from '@roadbook/server/lease-end/wear-data/wear-csv-rows';
import { storeCharges, storeGuide } from '@roadbook/server/lease-end/wear-data/wear-data.sql';
import { wearForPages } from '@roadbook/server/lease-end/wear-data/wear-for-pages';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { CARD_GUIDE, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePagesFolder } from './pages-folder.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.end());

/** A lender with a file of its own: no guide and no prices come with it. */
const ownLender = () => {
  const { lender } = portal.shell;
  const leaseEnd = { ...lender.leaseEnd, guideId: 'own-guide', chargeTableId: 'own-charges' };
  return { ...lender, leaseEnd, wear: { guides: [], charges: [], compareReports: false } };
};

test('the page of the walk carries the lender’s guide and whether to compare', async () => {
  const pages = await makePagesFolder();
  await writeFile(join(pages.path, 'lease-end.walk.html'), '<p>{{lender.wear}}</p>');
  const app = await portal.another({ pagesFolder: pages.path });
  const { body } = await app.inject({ url: '/lease-end/walk', headers: { accept: 'text/html' } });
  await app.close();
  await pages.remove();
  const wear = JSON.parse(body.replace(/^<p>|<\/p>$/g, '')) as {
    guides: string[];
    compareReports: boolean;
  };
  const read = wear.guides.map((text) => {
    const rows = wearCsvRows(Buffer.from(text));
    return 'rule' in rows ? rows : readGuideCsv(rows);
  });
  expect(read).toEqual(
    [LARKSPUR_GUIDE, CARD_GUIDE].map((guide) => expect.objectContaining({ guide })),
  );
  expect(wear.compareReports).toBe(true);
});

test('a lender without wear data of its own serves nobody else’s', async () => {
  expect(await wearForPages({ ...portal.shell, lender: ownLender() })).toEqual({
    compareReports: false,
    guides: [],
    charges: '',
  });
});

test('what it imports is served at once', async () => {
  const { store, clock } = portal.shell;
  await storeGuide(store, { ...LARKSPUR_GUIDE, id: 'own-guide' }, 'own.csv', clock());
  await storeCharges(store, { ...LARKSPUR_CHARGES, id: 'own-charges' }, 'own.csv', clock());
  const { guides, charges } = await wearForPages({ ...portal.shell, lender: ownLender() });
  expect(guides.map((text) => text.split('\n')[1]?.split(',')[0])).toEqual(['own-guide']);
  expect(charges.split('\n')[1]).toMatch(/^own-charges,1,/);
});
