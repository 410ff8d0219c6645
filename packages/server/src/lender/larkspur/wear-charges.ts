import type { Cents } from '@roadbook/domain/money/cents';
import { date } from '@roadbook/domain/time/calendar';
import type { ChargeRow, ChargeTable, PricedPer } from '@roadbook/domain/wear/charge/charge-table';
import type { Severity } from '@roadbook/domain/wear/walk/damage-code';
import type { DamageType } from '@roadbook/domain/wear/walk/damage-type';

/** A charge, and what a shop asks from and to, in whole dollars. */
type Prices = readonly [charge: bigint, repairLow: bigint, repairHigh: bigint];

/** Prices by severity, from the smallest severity on; a price holds until the next one. */
function rows(
  parts: readonly string[],
  damages: readonly DamageType[],
  per: PricedPer,
  prices: readonly (readonly [Severity, Prices])[],
): ChargeRow[] {
  return prices.map(([severity, [charge, low, high]]) => ({
    parts,
    damages,
    severity,
    per,
    chargeCents: dollarsToCents(charge),
    repairLowCents: dollarsToCents(low),
    repairHighCents: dollarsToCents(high),
  }));
}

function dollarsToCents(whole: bigint): Cents {
  return whole * 100n;
}

/** Damage without a size, or a whole part replaced: one price. */
function flat(
  parts: readonly string[],
  damages: readonly DamageType[],
  per: PricedPer,
  prices: Prices,
): ChargeRow[] {
  return rows(parts, damages, per, [[1, prices]]);
}

function missing(parts: readonly string[], per: PricedPer, prices: Prices): ChargeRow[] {
  return rows(parts, ['missing'], per, [[6, prices]]);
}

const OUTSIDE: ChargeRow[] = [
  ...rows(['panel', 'bumper'], ['dent'], 'each', [
    [1, [75n, 45n, 75n]],
    [2, [125n, 60n, 110n]],
    [3, [200n, 90n, 135n]],
    [4, [350n, 150n, 300n]],
    [5, [600n, 300n, 650n]],
  ]),
  ...rows(['panel', 'bumper', 'mirror'], ['scratch', 'scuff'], 'each', [
    [1, [60n, 35n, 50n]],
    [2, [90n, 40n, 70n]],
    [3, [150n, 70n, 160n]],
    [4, [275n, 150n, 300n]],
    [5, [450n, 300n, 550n]],
  ]),
  ...rows(['panel', 'bumper'], ['chip'], 'each', [
    [1, [50n, 35n, 55n]],
    [2, [80n, 45n, 70n]],
  ]),
  ...rows(['bumper'], ['crack'], 'part', [
    [1, [180n, 90n, 200n]],
    [3, [400n, 250n, 450n]],
  ]),
  ...flat(['bumper'], ['broken'], 'part', [650n, 400n, 800n]),
  ...missing(['bumper'], 'part', [650n, 400n, 800n]),
  ...rows(['wheel'], ['gouge', 'scuff'], 'part', [
    [1, [90n, 75n, 125n]],
    [2, [150n, 75n, 150n]],
    [4, [225n, 100n, 200n]],
  ]),
  ...flat(['wheel'], ['dent', 'crack'], 'part', [325n, 120n, 350n]),
  ...missing(['wheel'], 'part', [400n, 150n, 400n]),
  ...flat(['tire'], ['tread-low', 'mismatched-tire', 'bubble', 'cut'], 'part', [185n, 75n, 200n]),
];

const LIGHTS_AND_GLASS: ChargeRow[] = [
  ...rows(['light'], ['scratch', 'chip'], 'part', [
    [1, [80n, 40n, 90n]],
    [3, [160n, 60n, 150n]],
  ]),
  ...flat(['light'], ['crack', 'broken'], 'part', [350n, 180n, 420n]),
  ...missing(['light'], 'part', [350n, 180n, 420n]),
  ...flat(['mirror'], ['crack', 'broken'], 'part', [220n, 60n, 180n]),
  ...missing(['mirror'], 'part', [260n, 120n, 280n]),
  ...flat(['windshield'], ['chip'], 'each', [65n, 20n, 25n]),
  ...rows(['windshield'], ['scratch'], 'part', [
    [1, [150n, 60n, 150n]],
    [3, [450n, 200n, 480n]],
  ]),
  ...flat(['windshield'], ['crack'], 'part', [450n, 200n, 480n]),
  ...flat(['glass'], ['chip'], 'each', [65n, 20n, 25n]),
  ...flat(['glass'], ['scratch'], 'part', [220n, 120n, 260n]),
  ...flat(['glass'], ['crack', 'broken'], 'part', [280n, 150n, 320n]),
  ...flat(['sunroof'], ['crack', 'broken'], 'part', [700n, 350n, 900n]),
];

const INSIDE: ChargeRow[] = [
  ...rows(['upholstery'], ['burn', 'cut', 'tear'], 'each', [
    [1, [85n, 35n, 75n]],
    [2, [150n, 60n, 150n]],
    [4, [350n, 150n, 400n]],
  ]),
  ...rows(['upholstery'], ['stain'], 'each', [
    [1, [50n, 35n, 60n]],
    [2, [90n, 40n, 80n]],
    [4, [150n, 60n, 150n]],
  ]),
  ...rows(['trim'], ['scratch', 'gouge', 'cut', 'burn', 'stain'], 'each', [
    [1, [50n, 35n, 60n]],
    [2, [90n, 40n, 90n]],
    [4, [175n, 75n, 200n]],
  ]),
  ...flat(['trim'], ['crack', 'broken'], 'part', [240n, 120n, 280n]),
  ...missing(['trim'], 'part', [240n, 120n, 280n]),
];

const EQUIPMENT: ChargeRow[] = [
  ...missing(['equipment'], 'each', [75n, 30n, 90n]),
  ...flat(['equipment'], ['broken'], 'each', [75n, 30n, 90n]),
  ...missing(['keys'], 'each', [250n, 90n, 220n]),
  ...missing(['owners-manual'], 'each', [40n, 15n, 45n]),
  ...missing(['spare-or-kit'], 'each', [180n, 60n, 200n]),
  ...missing(['charge-cord'], 'each', [220n, 120n, 240n]),
  ...missing(['head-restraints'], 'each', [110n, 40n, 120n]),
  ...missing(['cargo-cover'], 'each', [160n, 70n, 180n]),
];

/** What the demonstration's lender charges, beside what shops typically ask. */
export const LARKSPUR_CHARGES: ChargeTable = {
  id: 'larkspur-charges-demo',
  version: 1,
  effectiveFrom: date('2024-01-01'),
  title: 'Larkspur Motor Finance wear charges (demonstration)',
  source: 'Larkspur wear charges 1',
  rows: [...OUTSIDE, ...LIGHTS_AND_GLASS, ...INSIDE, ...EQUIPMENT],
};

export const DEMO_CHARGE_TABLES: readonly ChargeTable[] = [LARKSPUR_CHARGES];
