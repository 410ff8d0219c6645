import { TREAD_MAX_THIRTY_SECONDS } from '@roadbook/domain/wear/walk/assumed-sizes';
import type { CarPart } from '@roadbook/domain/wear/walk/car-part';
import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import {
  canBreakPaint,
  type DamageType,
  damagesOf,
  measuredBy,
} from '@roadbook/domain/wear/walk/damage-type';
import { readSize, type SizeProblem, sizeText } from './size-text.ts';

/** More marks than anybody counts on one part. */
export const COUNT_MAX = 99;
export const NOTE_MAX = 500;

/** What a coin shows of the tread: at least so many 1/32 inch, in the order of the question. */
export const COIN_TESTS = ['penny-head-seen', 'quarter-head-seen', 'quarter-head-hidden'] as const;
export type CoinTest = (typeof COIN_TESTS)[number];
export type TreadAnswer = CoinTest | 'gauge' | 'unknown';

/**
 * The top of Lincoln's head stands 2/32 inch from the rim of a penny, the top of Washington's 4/32
 * from the rim of a quarter. A coin says what is left at least; the least is what is noted.
 */
export const TREAD_OF_COIN: Readonly<Record<CoinTest, number>> = {
  'penny-head-seen': 1,
  'quarter-head-seen': 2,
  'quarter-head-hidden': 4,
};

/** The answers about one damage as a person gives them. */
export type FindingForm = {
  readonly damage: DamageType | null;
  readonly sizeKnown: boolean | null;
  readonly sizeText: string;
  readonly tread: TreadAnswer | null;
  readonly gaugeText: string;
  readonly countText: string;
  readonly paintBroken: boolean | null;
  readonly inDriversView: boolean | null;
  readonly note: string;
  readonly photoIds: readonly string[];
};

export const FORM_PROBLEMS = [
  'damage-missing',
  'size-not-said',
  'tread-missing',
  'gauge-not-whole',
  'count-not-whole',
  'paint-missing',
  'view-missing',
  'note-too-long',
] as const;
export type FormProblem = (typeof FORM_PROBLEMS)[number] | SizeProblem;
export type FormField = 'damage' | 'size' | 'tread' | 'gauge' | 'count' | 'paint' | 'view' | 'note';
export type FormProblems = Partial<Record<FormField, FormProblem>>;

/** What the form has to ask about a damage of a part. */
export function questionsOf(part: CarPart, damage: DamageType) {
  const by = measuredBy(damage);
  return {
    size: by === 'size',
    tread: by === 'tread',
    // A tire is worn or not, and a lamp is broken once; marks and missing things are counted.
    count: by === 'size' || (part.kind === 'equipment' && COUNTED.has(part.id)),
    paint: canBreakPaint(part.kind, damage),
    view: part.kind === 'windshield',
  };
}

/** Equipment of which a car has several. */
const COUNTED: ReadonlySet<string> = new Set(['keys', 'floor-mats', 'head-restraints']);

export function emptyForm(part: CarPart): FindingForm {
  const damages = damagesOf(part.kind);
  return {
    damage: damages.length === 1 ? (damages[0] ?? null) : null,
    sizeKnown: null,
    sizeText: '',
    tread: null,
    gaugeText: '',
    countText: '1',
    paintBroken: null,
    inDriversView: null,
    note: '',
    photoIds: [],
  };
}

/** The form as it was when a finding was saved. A coin and a gauge of the same tread look alike. */
export function formOf(finding: Finding): FindingForm {
  const { damage, sizeMils, treadThirtySeconds, count, note = '' } = finding;
  const coin = COIN_TESTS.find((each) => TREAD_OF_COIN[each] === treadThirtySeconds);
  return {
    damage,
    sizeKnown: sizeMils !== null,
    sizeText: sizeMils === null ? '' : sizeText(sizeMils),
    tread: treadThirtySeconds === null ? 'unknown' : (coin ?? 'gauge'),
    gaugeText: treadThirtySeconds === null ? '' : String(treadThirtySeconds),
    countText: String(count),
    paintBroken: finding.paintBroken,
    inDriversView: finding.inDriversView,
    note,
    photoIds: finding.photoIds,
  };
}

export type ReadForm = { readonly finding: Finding } | { readonly problems: FormProblems };

/** The finding that the answers make, or what is wrong with each field. */
export function readForm(form: FindingForm, part: CarPart, id: string): ReadForm {
  const { damage } = form;
  if (damage === null) return { problems: { damage: 'damage-missing' } };
  const asked = questionsOf(part, damage);
  const problems: FormProblems = {};
  const size = asked.size ? readSizeAnswer(form, problems) : null;
  const tread = asked.tread ? readTread(form, problems) : null;
  const count = asked.count ? readCount(form.countText) : 1;
  if (count === null) problems.count = 'count-not-whole';
  if (asked.paint && form.paintBroken === null) problems.paint = 'paint-missing';
  if (asked.view && form.inDriversView === null) problems.view = 'view-missing';
  const note = form.note.trim();
  if (note.length > NOTE_MAX) problems.note = 'note-too-long';
  if (Object.keys(problems).length > 0 || count === null) return { problems };
  return {
    finding: {
      id,
      partId: part.id,
      damage,
      sizeMils: size,
      depthMils: null,
      count,
      paintBroken: asked.paint && form.paintBroken === true,
      inDriversView: asked.view && form.inDriversView === true,
      treadThirtySeconds: tread,
      ...(note === '' ? {} : { note }),
      photoIds: form.photoIds,
    },
  };
}

function readSizeAnswer(form: FindingForm, problems: FormProblems): number | null {
  if (form.sizeKnown === false) return null;
  const read = readSize(form.sizeText);
  if ('mils' in read) return read.mils;
  problems.size = read.problem === 'size-missing' ? 'size-not-said' : read.problem;
  return null;
}

function readTread(form: FindingForm, problems: FormProblems): number | null {
  if (form.tread === 'unknown') return null;
  if (form.tread === 'gauge') {
    const gauge = /^\d{1,2}$/.test(form.gaugeText.trim()) ? Number(form.gaugeText) : null;
    if (gauge !== null && gauge <= TREAD_MAX_THIRTY_SECONDS) return gauge;
    problems.gauge = 'gauge-not-whole';
  } else if (form.tread === null) problems.tread = 'tread-missing';
  else return TREAD_OF_COIN[form.tread];
  return null;
}

function readCount(text: string): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= COUNT_MAX ? count : null;
}
