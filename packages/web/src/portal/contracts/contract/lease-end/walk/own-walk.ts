import { revive } from '@roadbook/api/wire-browser';
import { readAnyVin } from '@roadbook/domain/vehicle/any-vin';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import type { ConditionReport } from '@roadbook/domain/wear/walk/condition-report';
import type { WearData } from '../../../../../lease-end/walk/guide/read-own-guide.ts';
import { serveWear } from '../../../../../lease-end/walk/guide/served-wear.ts';
import { firstGuideId } from '../../../../../lease-end/walk/guide/wear-data.ts';
import { newWalk, type Walk } from '../../../../../lease-end/walk/walk.ts';
import { dayHere } from '../../../../../lease-end/walk/walk-page.tsx';
import type { Response } from '../../../../../shared/wire/client.ts';
import type { ContractOverview } from '../../../next-step.ts';
import { vehicleName } from '../../../vehicle-name.ts';

type WearOnWire = NonNullable<Response<'getLeaseEnd'>['wear']>;
export type SavedWalkOnWire = NonNullable<Response<'getSavedLeaseEnd'>['walk']>;

/** Walks on this page are judged by the guide and prices in force for leases of ours. */
export function serveOwnWear({ wear, compareReports }: Response<'getLeaseEnd'>): void {
  serveWear({ data: wear === null ? [] : dataOf(wear), compareReports });
}

function dataOf({ guide, charges, otherGuides }: WearOnWire): WearData[] {
  const prices = read<ChargeTable>(charges);
  return [guide, ...otherGuides].map((each) => ({ guide: read<WearGuide>(each), charges: prices }));
}

/** A walk of this lease with nothing said yet: the contract names the car. */
export function ownWalk(contract: ContractOverview): Walk {
  const { year, make, model, vin } = contract.vehicle;
  const isNamed = year !== null || make !== null || model !== null;
  return {
    ...newWalk(dayHere(), firstGuideId()),
    lender: 'served',
    carName: isNamed ? vehicleName(contract) : null,
    vin: vin === null ? null : readAnyVin(vin),
  };
}

/** What the account keeps of a walk, as a walk again; photos and notes stayed on their device. */
export function savedAsWalk(saved: SavedWalkOnWire['walk'], blank: Walk): Walk {
  const { bodyStyle, inspected, skipped } = saved;
  const { takenOn, findings } = saved as unknown as ConditionReport;
  return {
    ...blank,
    bodyStyle,
    inspected,
    skipped,
    takenOn,
    findings: findings.map((finding) => {
      const { photoCount: _, ...rest } = finding as typeof finding & { photoCount: number };
      return { ...rest, photoIds: [] };
    }),
  };
}

/** The query's answer stays as it came: a copy is what the rules read. */
function read<T>(wire: unknown): T {
  return revive<T>(structuredClone(wire));
}
