/** The lender, day, clock and keys of tests: always the same ones. */
import { date } from '@roadbook/domain/time/calendar';
import { LARKSPUR } from '../src/lender/larkspur/larkspur.ts';
import { parseKeys } from '../src/platform/keys/key-ring.ts';

/** The first open day of a test store: the cut-off day of the sample records is two days before. */
export const OPEN_DAY = date('2026-11-02');

/** Nine in the morning of the open day at the lender's. */
const NINE_O_CLOCK = Date.UTC(2026, 10, 2, 15);

/** A clock that stands still. */
export const TEST_CLOCK = (): number => NINE_O_CLOCK;

export const TEST_LENDER = LARKSPUR;

/** Keys that open nothing but tests. */
export const TEST_KEYS = parseKeys(`lookup:${'1f'.repeat(32)}\nk1:${'2e'.repeat(32)}`);
