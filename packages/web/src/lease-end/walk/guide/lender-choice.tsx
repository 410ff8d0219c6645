import type { ReactNode } from 'react';
import { t } from '../../../shared/copy/copy.ts';
import { Choice } from '../../../shared/form/choice.tsx';
import form from '../../../shared/form/form.module.css';
import { lenderName } from '../../lender-name.ts';
import { useWalk } from '../walk-context.ts';

/** Whose lease it is: only the lease's own lender has the guide and the prices that count. */
export function LenderChoice(): ReactNode {
  const { walk, step } = useWalk();
  return (
    <fieldset className={form.field}>
      <legend className={form.legend}>{t('walk.lender.who')}</legend>
      <p className={form.hint}>{t('walk.lender.hint')}</p>
      <div className={form.choices}>
        {(['served', 'other'] as const).map((each) => (
          <Choice
            key={each}
            id={`lender-${each}`}
            name="lender"
            checked={walk.lender === each}
            onChoose={() => step({ do: 'lender', lender: each })}
            label={t(`walk.lender.${each}`, { name: lenderName() })}
          />
        ))}
      </div>
    </fieldset>
  );
}
