import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import { inForceOn } from '@roadbook/domain/wear/guide/in-force';
import type { Lender } from '../../lender/lender.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { chargesOf, guideOf, readChargeRows, readGuideRows } from './wear-data.sql.ts';

/** What a walk is priced by: the lender's own data, and other guides to compare it with. */
export type WearInForce = {
  readonly guide: WearGuide;
  readonly charges: ChargeTable;
  readonly otherGuides: readonly WearGuide[];
};

type WithWear = Pick<Lender, 'wear'>;

/** Every guide there is: those that come with the lender, and imported ones. */
export async function allGuides(store: Queryable, { wear }: WithWear): Promise<WearGuide[]> {
  return [...wear.guides, ...(await readGuideRows(store)).map(guideOf)];
}

export async function allCharges(store: Queryable, { wear }: WithWear): Promise<ChargeTable[]> {
  return [...wear.charges, ...(await readChargeRows(store)).map(chargesOf)];
}

/**
 * The lender's guide and charges in force on a day, read anew each time so that an imported one
 * counts at once. Null when either is missing.
 */
export async function wearInForce(
  store: Queryable,
  lender: Pick<Lender, 'leaseEnd' | 'wear'>,
  on: BusinessDate,
): Promise<WearInForce | null> {
  const { leaseEnd } = lender;
  const [guides, tables] = await Promise.all([allGuides(store, lender), allCharges(store, lender)]);
  const guide = inForceNamed(guides, leaseEnd.guideId, on);
  const charges = inForceNamed(tables, leaseEnd.chargeTableId, on);
  if (guide === null || charges === null) return null;
  const others = new Set(guides.map(({ id }) => id).filter((id) => id !== leaseEnd.guideId));
  const otherGuides = [...others].flatMap((id) => inForceNamed(guides, id, on) ?? []);
  return { guide, charges, otherGuides };
}

/** The version in force of what has a name. */
function inForceNamed<T extends WearGuide | ChargeTable>(
  versions: readonly T[],
  id: string,
  on: BusinessDate,
): T | null {
  return inForceOn(
    versions.filter((each) => each.id === id),
    on,
  );
}
