/** Importing this file has every walk of a test judged by the demonstration lender. */
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { DEMO_GUIDES } from '@roadbook/server/lender/larkspur/wear-guides';
import { serveWear } from '../served-wear.ts';

serveWear({
  data: DEMO_GUIDES.map((guide) => ({ guide, charges: LARKSPUR_CHARGES })),
  compareReports: true,
});
