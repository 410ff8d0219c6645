import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { LEASE_DEAL, LOAN_DEAL } from '../deals.ts';
import { demoPortfolio, type Portfolio } from '../portfolio.ts';
import { leasesXml } from './leases-xml.ts';
import { loansXml } from './loans-xml.ts';
import { partiesCsv } from './parties-csv.ts';

/** The seed of the demonstration that ships; any other text makes another portfolio. */
export const DEMO_SEED = 'larkspur';

/** One file of the portfolio. Its name without ending is the deal that boarding takes it for. */
export type DemoFile = { readonly name: string; readonly text: string };

export type DemoFiles = {
  readonly loans: DemoFile;
  readonly leases: DemoFile;
  readonly parties: DemoFile;
};

/** The files of a portfolio as a former servicer would hand them over at the cut-off. */
export function filesOf(portfolio: Portfolio): DemoFiles {
  const { loans, leases, calendar } = portfolio;
  return {
    loans: { name: `${LOAN_DEAL}.xml`, text: loansXml(loans, calendar) },
    leases: { name: `${LEASE_DEAL}.xml`, text: leasesXml(leases, calendar) },
    parties: { name: 'larkspur-parties.csv', text: partiesCsv(portfolio) },
  };
}

/** The same seed and the same first day give the same bytes. */
export function demoFiles(seed: string, today: BusinessDate): DemoFiles {
  return filesOf(demoPortfolio(seed, today));
}
