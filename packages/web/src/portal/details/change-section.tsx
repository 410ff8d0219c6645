import { type ReactNode, useState } from 'react';
import button from '../../shared/style/button.module.css';
import { Section } from '../security/section.tsx';
import type { Change } from './use-change.ts';

type ChangeProps = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly change: Change;
  readonly isHeld: boolean;
  /** The words of the button that opens the form. */
  readonly act: string;
  /** The form; `close` leaves it. */
  readonly form: (close: () => void) => ReactNode;
  readonly children?: ReactNode;
};

/** A part of the profile whose form opens in its place, with the proof that a change may need. */
export function ChangeSection(props: ChangeProps): ReactNode {
  const { id, title, text, change, isHeld, act, form, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id={id} title={title} text={text} fault={change.fault} done={change.done}>
      {children}
      {isOpen ? (
        form(() => setOpen(false))
      ) : (
        <button
          type="button"
          className={button.secondary}
          disabled={isHeld}
          onClick={() => setOpen(true)}
        >
          {act}
        </button>
      )}
      {change.panel}
    </Section>
  );
}
