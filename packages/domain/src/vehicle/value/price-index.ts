import { floorDivide } from '../../money/divide.ts';
import { PPB_ONE, type Ppb } from '../../money/rate.ts';
import {
  addMonths,
  type BusinessDate,
  date,
  fromParts,
  monthsBetween,
  partsOf,
} from '../../time/calendar.ts';

/** A price level by month: how what is traded costs, the thing itself staying the same. */
export type PriceIndex = {
  readonly name: string;
  readonly source: string;
  /** The first day of the first month. */
  readonly from: BusinessDate;
  /** The level of each month from then on, in thousandths of an index point. */
  readonly levels: readonly bigint[];
};

/** How far prices moved between two months, as an exact fraction. */
export type IndexRatio = {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The months really used, as their first days: a published one stands in for one that is not. */
  readonly fromMonth: BusinessDate;
  readonly toMonth: BusinessDate;
  /** Calendar months from the last used one to the one asked for; 0 when it is published. */
  readonly monthsBeyond: number;
};

/**
 * What used cars and trucks cost in the United States, month by month. The index holds the quality
 * and the age of the cars constant, so it says how one and the same kind of car moved in price.
 */
export const USED_CAR_PRICES: PriceIndex = {
  name: 'consumer-price-index-used-cars',
  source: 'US Bureau of Labor Statistics, CPI-U, used cars and trucks, 1982–84 = 100',
  from: date('2019-01-01'),
  levels: [
    // 2019
    142_214n,
    142_272n,
    141_218n,
    139_895n,
    138_573n,
    138_241n,
    138_132n,
    138_686n,
    138_694n,
    139_701n,
    139_579n,
    140_088n,
    // 2020
    139_424n,
    140_593n,
    141_667n,
    138_890n,
    137_922n,
    134_156n,
    136_770n,
    144_102n,
    152_968n,
    155_964n,
    154_817n,
    154_216n,
    // 2021
    153_361n,
    153_647n,
    154_930n,
    168_006n,
    178_929n,
    194_846n,
    193_734n,
    190_066n,
    190_308n,
    197_214n,
    203_485n,
    211_728n,
    // 2022
    215_494n,
    216_876n,
    209_646n,
    206_194n,
    207_673n,
    208_687n,
    206_552n,
    204_837n,
    203_940n,
    201_171n,
    196_659n,
    193_008n,
    // 2023
    190_423n,
    187_711n,
    186_619n,
    192_647n,
    198_793n,
    197_601n,
    194_701n,
    191_078n,
    187_650n,
    186_879n,
    189_444n,
    190_570n,
    // 2024
    183_189n,
    185_254n,
    184_600n,
    181_983n,
    180_577n,
    177_965n,
    175_308n,
    174_703n,
    175_834n,
    177_734n,
    179_904n,
    181_705n,
    // 2025
    184_891n,
    186_557n,
    185_728n,
    184_800n,
    183_664n,
    182_833n,
    183_746n,
    185_259n,
    184_869n,
    186_111n,
    186_298n,
    184_668n,
    // 2026
    181_269n,
    180_589n,
    179_830n,
    179_822n,
    180_005n,
    179_591n,
    180_306n,
  ],
};

/**
 * How prices moved from the month of one day to the month of another. A month after the last
 * published one is answered with the last, and `monthsBeyond` says so; one before the first with
 * the first.
 */
export function indexRatio(index: PriceIndex, from: BusinessDate, to: BusinessDate): IndexRatio {
  const before = placeOf(index, from);
  const after = placeOf(index, to);
  return {
    numerator: after.level,
    denominator: before.level,
    fromMonth: before.month,
    toMonth: after.month,
    monthsBeyond: Math.max(0, monthsBetween(after.month, to)),
  };
}

/** The ratio as a rate, for showing: 1_287_000_000 is 28.7 % dearer. Rounded down. */
export function indexRatioPpb({ numerator, denominator }: IndexRatio): Ppb {
  return floorDivide(numerator * PPB_ONE, denominator);
}

function placeOf(index: PriceIndex, on: BusinessDate): { month: BusinessDate; level: bigint } {
  const last = index.levels.length - 1;
  const at = Math.min(Math.max(monthsBetween(index.from, on), 0), last);
  const level = index.levels[at];
  if (level === undefined || level <= 0n) throw new RangeError(`no level in ${index.name}`);
  const { year, month } = partsOf(addMonths(index.from, at));
  return { month: fromParts({ year, month, day: 1 }), level };
}
