import { hasCopy, t } from '../../shared/copy/copy.ts';
import { inchesWords } from '../walk/walk-words.ts';

type Facts = Readonly<Record<string, string>>;

/**
 * "Left rear door: dent, 5 in": what a repair mends, from the facts of its step. Null for a plan of
 * an earlier build that does not say it.
 */
export function repairWords({ part, damage, sizeMils, treadThirtySeconds, count }: Facts) {
  if (part === undefined || damage === undefined) return null;
  const [partKey, damageKey] = [`walk.part.${part}`, `walk.damage.${damage}`];
  if (!hasCopy(partKey) || !hasCopy(damageKey)) return null;
  const words = [inSentence(t(damageKey))];
  if (sizeMils !== undefined) words.push(inchesWords(Number(sizeMils)));
  if (treadThirtySeconds !== undefined) {
    words.push(t('walk.tread.left', { tread: Number(treadThirtySeconds) }));
  }
  if (count !== undefined && count !== '1') {
    words.push(t('walk.finding.count', { count: Number(count) }));
  }
  return t('walk.repaired', { part: t(partKey), mark: words.join(', ') });
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
