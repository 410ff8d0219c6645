import '../shared/style/tokens.css';
import '../shared/style/base.css';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';
import { AppShell } from './app-shell.tsx';
import { type Assets, PortalDocument } from './document.tsx';
import { HomePage } from './home/home-page.tsx';
import { SIGN_IN_NOTES, SignInPage } from './sign-in/sign-in-page.tsx';

export type EntryAssets = { readonly public: Assets; readonly app: Assets };
type Page = { readonly file: string; readonly html: string };

/** Every HTML file of the portal: the public pages whole, the signed-in ones as one shell. */
export function prerenderedPages(assets: EntryAssets): Page[] {
  const signIn = (file: string, page: ReactNode) =>
    render(file, t('sign-in.title'), assets.public, page, false);
  return [
    render('index.html', t('home.title'), assets.public, <HomePage brand={BRAND_MARKERS} />, true),
    signIn('sign-in.html', <SignInPage brand={BRAND_MARKERS} />),
    ...SIGN_IN_NOTES.map((note) =>
      signIn(`sign-in.${note}.html`, <SignInPage brand={BRAND_MARKERS} note={note} />),
    ),
    render('app.html', t('page.contracts'), assets.app, <AppShell />, false),
  ];
}

function render(
  file: string,
  title: string,
  assets: Assets,
  page: ReactNode,
  indexed: boolean,
): Page {
  const document = (
    <PortalDocument title={title} description={t('home.lead')} assets={assets} indexed={indexed}>
      {page}
    </PortalDocument>
  );
  return { file, html: `<!doctype html>${renderToStaticMarkup(document)}` };
}
