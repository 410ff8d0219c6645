import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/explained-copy.ts';
import '../../../../shared/copy/lease-end/own-plan-rest-copy.ts';
import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAssumption } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { loadCarWords } from '../../../../lease-end/plan/car-words.ts';
import { planReport } from '../../../../lease-end/plan/plan-report.ts';
import { dayShown } from '../../../../lease-end/plan/ways-out/way-out-days.ts';
import { planState } from '../../../../lease-end/plan-store.ts';
import { vehicleName } from '../../../../shared/contract/vehicle-name.ts';
import { t } from '../../../../shared/copy/copy.ts';
import type { Report } from '../../../../shared/report/report.ts';
import type { ContractOverview } from '../../next-step.ts';

/** The plan of a lease of ours on paper: the car, the contract, and the figures of the page. */
export async function ownReport(
  outlook: LeaseEndOutlook,
  assumed: readonly PlanAssumption[],
  contract: ContractOverview | null,
): Promise<Report> {
  await loadCarWords().catch(() => undefined);
  const state = planState();
  const about =
    contract === null
      ? []
      : [
          t('own-end.report-about', {
            car: vehicleName(contract),
            number: contract.contractNumber,
          }),
        ];
  return planReport(outlook, assumed, dayShown(outlook, state.on), state, about);
}
