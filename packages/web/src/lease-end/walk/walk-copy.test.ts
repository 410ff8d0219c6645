import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VIN_SLIPS } from '@roadbook/domain/vehicle/describe-vin';
import { VERDICTS } from '@roadbook/domain/wear/charge/finding-estimate';
import { ADVICE_REASONS, ADVICES } from '@roadbook/domain/wear/charge/fix-or-pay';
import { CSV_RULES } from '@roadbook/domain/wear/csv/csv-row';
import { MEASURE_UNITS } from '@roadbook/domain/wear/guide/guide';
import { RULE_CLAUSES } from '@roadbook/domain/wear/guide/judge-finding';
import { BODY_STYLES, CAR_PARTS, CAR_VIEWS } from '@roadbook/domain/wear/walk/car-part';
import { DAMAGE_TYPES } from '@roadbook/domain/wear/walk/damage-type';
import { DEMO_GUIDES } from '@roadbook/server/lender/larkspur/wear-guides';
import { describe, expect, it } from 'vitest';
import { COIN_TESTS, FORM_PROBLEMS } from './finding/finding-form.ts';
import { SIZE_PROBLEMS } from './finding/size-text.ts';
import { FILE_RULES } from './keep/walk-file.ts';
import { PHOTO_PROBLEMS } from './photo/photo-kind.ts';
import { YARDSTICK_NAMES } from './scale/screen-scale.ts';

const file = fileURLToPath(new URL('../../shared/copy/en/walk.po', import.meta.url));
const sentences = new Map(
  [...readFileSync(file, 'utf8').matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(
    ([, key = '', sentence = '']) => [key, sentence],
  ),
);

/** Clauses that measure something are said in another way while nobody measured it. */
const MEASURING = /^(?:over-(?:length|diameter|depth)|tread-under)$/;
const units = MEASURE_UNITS.filter((unit) => unit !== 'none');

const WANTED: readonly [string, readonly string[]][] = [
  ['part', CAR_PARTS.map(({ id }) => `walk.part.${id}`)],
  ['view', CAR_VIEWS.flatMap((view) => [`walk.view.${view}`, `walk.picture.${view}`])],
  ['body style', BODY_STYLES.map((style) => `walk.style.${style}`)],
  ['damage', DAMAGE_TYPES.flatMap((each) => [`walk.damage.${each}`, `walk.damage.${each}.about`])],
  ['verdict', VERDICTS.flatMap((each) => [`walk.verdict.${each}`, `walk.saved.${each}`])],
  ['clause', RULE_CLAUSES.filter((each) => each !== 'within-limit').map((c) => `walk.rule.${c}`)],
  [
    'clause nobody measured',
    RULE_CLAUSES.filter((each) => MEASURING.test(each)).map((c) => `walk.rule.${c}-unmeasured`),
  ],
  ['limit that was kept', units.map((unit) => `walk.rule.within-${unit}`)],
  ['advice', ADVICES.map((each) => `walk.advice-short.${each}`)],
  ['reason', ADVICE_REASONS.map((each) => `walk.advice.${each}`)],
  ['refusal of a file of wear data', CSV_RULES.map((rule) => `walk.csv.${rule}`)],
  ['refusal of a walk', FILE_RULES.map((rule) => `walk.file.${rule}`)],
  ['refusal of a photo', PHOTO_PROBLEMS.map((each) => `walk.photo.${each}`)],
  ['problem of the form', [...FORM_PROBLEMS, ...SIZE_PROBLEMS].map((p) => `walk.problem.${p}`)],
  ['coin', COIN_TESTS.flatMap((test) => [`walk.tread.${test}`, `walk.tread.${test}.means`])],
  ['yardstick', YARDSTICK_NAMES.flatMap((y) => [`walk.scale.${y}`, `walk.scale.slide-${y}`])],
  ['slip in a VIN', VIN_SLIPS.map((slip) => `walk.vin.${slip}`)],
  ['guide of the demonstration', DEMO_GUIDES.map(({ id }) => `walk.guide.${id}`)],
];

describe('the catalogue of the walk', () => {
  it.each(WANTED)('has a sentence for every %s', (_what, keys) => {
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.filter((key) => !sentences.get(key))).toEqual([]);
  });

  it('names no two parts alike', () => {
    const names = CAR_PARTS.map(({ id }) => sentences.get(`walk.part.${id}`));
    expect(new Set(names).size).toBe(CAR_PARTS.length);
  });

  it('is written as people in the United States write', () => {
    const strange = /tyre|colour|centre|\bbonnet\b|windscreen|boot lid|grey|metre\b/i;
    expect([...sentences.values()].filter((sentence) => strange.test(sentence))).toEqual([]);
  });
});
