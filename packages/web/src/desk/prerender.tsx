import '../shared/style/tokens.css';
import '../shared/style/base.css';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { t } from '../shared/copy/copy.ts';
import '../shared/copy/desk-copy.ts';
import { type DeskAssets, DeskDocument } from './document.tsx';
import { InvitationPage } from './door/invitation-page.tsx';
import { DeskSignInPage } from './door/sign-in-page.tsx';
import style from './frame/waiting.module.css';

export type DeskEntries = { readonly door: DeskAssets; readonly desk: DeskAssets };

/** Every HTML file of the desk: the door's pages whole, the signed-in ones as one shell. */
export function deskPages(assets: DeskEntries): { readonly file: string; readonly html: string }[] {
  return [
    render('sign-in.html', t('desk.sign-in'), assets.door, <DeskSignInPage />),
    render('invitation.html', t('desk.welcome'), assets.door, <InvitationPage />),
    render('desk.html', t('desk.name'), assets.desk, <Shell />),
  ];
}

/** What is on the screen until the desk has arrived. */
function Shell(): ReactNode {
  return (
    <div id="app">
      <div className={style.waiting}>
        <p role="status">{t('desk.opening')}</p>
        <div role="alert" data-unreachable hidden>
          <h1>{t('problem.unreachable.title')}</h1>
          <p>{t('problem.unreachable.cause')}</p>
        </div>
        <noscript>
          <p>{t('desk.needs-script')}</p>
        </noscript>
      </div>
    </div>
  );
}

function render(file: string, title: string, assets: DeskAssets, page: ReactNode) {
  const document = (
    <DeskDocument title={title} assets={assets}>
      {page}
    </DeskDocument>
  );
  return { file, html: `<!doctype html>${renderToStaticMarkup(document)}` };
}
