import '../../shared/style/tokens.css';
import '../../shared/style/base.css';
import type { ServedPage, TypedAmount } from '@roadbook/api/served-page';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { t } from '../../shared/copy/copy.ts';
import '../../shared/copy/problem-copy.ts';
import '../../shared/copy/public-copy.ts';
import { readAmount as readTyped } from '../../shared/format/cents.ts';
import { type Assets, PortalDocument } from '../document.tsx';
import { AmountPage } from '../guest/amount-page.tsx';
import { CheckPage } from '../guest/check-page.tsx';
import { FindPage } from '../guest/find-page.tsx';
import { ReceiptFindPage, ReceiptPage } from '../guest/receipt-page.tsx';

// The build runs this one module for pages that are written once, too.
export { prerenderedPages } from '../prerender.tsx';

/** Draws a page for one request. The server puts the lender into it, as into every page. */
export function draw(page: ServedPage, assets: Assets): string {
  const title = t(`guest.page.${page.page}`);
  const document = (
    <PortalDocument title={title} description={title} assets={assets} indexed={false}>
      {contentOf(page)}
    </PortalDocument>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

function contentOf(page: ServedPage): ReactNode {
  switch (page.page) {
    case 'guest-find':
      return <FindPage {...page} />;
    case 'guest-amount':
      return <AmountPage {...page} />;
    case 'guest-check':
      return <CheckPage {...page} />;
    case 'guest-receipt':
      return <ReceiptPage {...page} />;
    case 'guest-receipt-find':
      return <ReceiptFindPage {...page} />;
  }
}

/** Reads an amount as the forms of the account do. */
export function readAmount(typed: string): TypedAmount {
  const read = readTyped(typed);
  return 'cents' in read ? read : { rule: read.problem };
}
