import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useBrand } from '../brand/brand-context.ts';
import { hasCopy, t } from '../copy/copy.ts';
import form from '../form/form.module.css';
import button from '../style/button.module.css';
import { mayRetry, ProblemError, type ShownProblem, unreadable } from '../wire/problem-error.ts';
import { problemFacts } from './problem-facts.ts';
import style from './problem-notice.module.css';

type NoticeProps = {
  readonly fault: unknown;
  /** Offers to ask again; left out where asking again makes no sense. */
  readonly onRetry?: () => void;
  /** For the answer to what a person has just pressed: whoever cannot see it is led there. */
  readonly takesFocus?: boolean;
};

/**
 * Any refusal or fault in words: what happened, why, what now, the reference to read out, and the
 * telephone as the way that still works.
 */
export function ProblemNotice({ fault, onRetry, takesFocus = false }: NoticeProps): ReactNode {
  const brand = useBrand();
  const notice = useRef<HTMLDivElement>(null);
  // A second fault with the same words is a new answer, so focus goes by the fault.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fault is what was answered.
  useEffect(() => {
    if (takesFocus) notice.current?.focus();
  }, [takesFocus, fault]);
  const problem = fault instanceof ProblemError ? fault.problem : unreadable(0).problem;
  useProblemCopy();
  const words = wordsOf(problem);
  return (
    <div ref={notice} className={form.summary} role="alert" tabIndex={-1}>
      <h2>{words.title}</h2>
      <p>{words.cause}</p>
      <p>{words.next}</p>
      <p className={style.aside}>
        {problem.reference === '' ? null : (
          <>
            {t('problem.reference')} <b className="number">{problem.reference}</b>{' '}
          </>
        )}
        {t('problem.call')} <a href={brand.phoneHref}>{brand.phone}</a>, {brand.hours}
      </p>
      {problem.status === 404 ? <a href="/contracts">{t('not-found.home')}</a> : null}
      {onRetry === undefined || !mayRetry(fault) ? null : (
        <button type="button" className={button.secondary} onClick={onRetry}>
          {t('problem.retry')}
        </button>
      )}
    </div>
  );
}

/** Loads the words of problems; until they are here, or if they never come, the API's are shown. */
export function useProblemCopy(): void {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    let isGone = false;
    import('../copy/problem-copy.ts').then(
      () => isGone || setLoaded(true),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
}

/**
 * The catalogue's words where it has them (amounts and dates as people write them), else the API's.
 */
function wordsOf(problem: ShownProblem): { title: string; cause: string; next: string } {
  const facts = problemFacts(problem.facts);
  const say = (part: string, otherwise: string): string => {
    const key = `problem.${problem.code}.${part}`;
    return hasCopy(key) ? t(key, facts) : otherwise;
  };
  return {
    title: say('title', problem.title),
    cause: say('cause', problem.detail),
    next: say('next', problem.next),
  };
}
