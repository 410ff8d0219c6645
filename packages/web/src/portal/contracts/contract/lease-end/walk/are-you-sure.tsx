import { type ReactNode, useEffect, useRef } from 'react';
import page from '../../../../../lease-end/walk/walk.module.css';
import button from '../../../../../shared/style/button.module.css';
import style from './own-walk.module.css';

type SureProps = {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before one walk takes the place of another; focus comes here, because a press led here. */
export function AreYouSure({ text, yes, no, onYes, onNo }: SureProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className={style.sure} role="alert" tabIndex={-1}>
      <p>{text}</p>
      <div className={page.acts}>
        <button type="button" className={button.primary} onClick={onYes}>
          {yes}
        </button>
        <button type="button" className={button.secondary} onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  );
}
