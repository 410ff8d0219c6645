import type { ReactNode } from 'react';
import type { Brand } from '../../shared/brand/brand.ts';
import { t } from '../../shared/copy/copy.ts';
import style from './addresses.module.css';

/** Where mail goes, by what is in it. */
export function Addresses({ brand }: { brand: Brand }): ReactNode {
  const addresses = [
    ['regular', brand.addressRegular],
    ['overnight', brand.addressOvernight],
    ['payoff', brand.addressPayoff],
  ] as const;
  return (
    <dl className={style.addresses}>
      {addresses.map(([kind, address]) => (
        <div key={kind}>
          <dt>{t(`home.mail.${kind}`)}</dt>
          <dd className={style.address}>{address}</dd>
        </div>
      ))}
    </dl>
  );
}
