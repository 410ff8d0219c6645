import { partById } from '@roadbook/domain/wear/walk/car-part';
import { DAMAGE_TYPES } from '@roadbook/domain/wear/walk/damage-type';
import type { FindingDraft } from '../finding/finding-draft.ts';
import { COIN_TESTS } from '../finding/finding-form.ts';
import { FileFault, field, listOf, oneOf, recordOf, textOf, yesOrNo } from './read-json.ts';

const DRAFTS_MAX = 100;
/** Longer than what a form takes: what was typed comes back, right or wrong. */
const TYPED_MAX = 5_000;
const TREADS = [...COIN_TESTS, 'gauge', 'unknown'] as const;

/** Answers that were typed and not added to the walk yet; odd ones are left out. */
export function readDrafts(text: string, photoIds: ReadonlySet<string>): readonly FindingDraft[] {
  try {
    const read = JSON.parse(text) as unknown;
    return listOf(read, 'drafts', DRAFTS_MAX).map((each) => readDraft(each, photoIds));
  } catch (fault) {
    if (fault instanceof FileFault || fault instanceof SyntaxError) return [];
    throw fault;
  }
}

function readDraft(read: unknown, photoIds: ReadonlySet<string>): FindingDraft {
  const file = recordOf(read, 'draft');
  const answers = recordOf(file.answers, 'answers');
  const partId = textOf(file.partId, 'partId', 60);
  if (partById(partId) === null) field('partId');
  const typed = (name: string) => textOf(answers[name], name, TYPED_MAX);
  const choice = (name: string) => (answers[name] === null ? null : yesOrNo(answers[name], name));
  return {
    partId,
    findingId: file.findingId === null ? null : textOf(file.findingId, 'findingId', 60),
    answers: {
      damage: answers.damage === null ? null : oneOf(typed('damage'), 'damage', DAMAGE_TYPES),
      sizeKnown: choice('sizeKnown'),
      sizeText: typed('sizeText'),
      tread: answers.tread === null ? null : oneOf(typed('tread'), 'tread', TREADS),
      gaugeText: typed('gaugeText'),
      countText: typed('countText'),
      paintBroken: choice('paintBroken'),
      inDriversView: choice('inDriversView'),
      note: typed('note'),
      photoIds: listOf(answers.photoIds, 'photoIds', 20)
        .map((id) => textOf(id, 'photoIds', 60))
        .filter((id) => photoIds.has(id)),
    },
  };
}
