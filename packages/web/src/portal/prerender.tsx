import '../shared/style/tokens.css';
import '../shared/style/base.css';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';
import '../shared/copy/lease-end/planner-copy.ts';
import '../shared/copy/public-copy.ts';
import '../shared/copy/register-copy.ts';
import { AppShell } from './app-shell.tsx';
import { ContactPage } from './contact/contact-page.tsx';
import { type Assets, PortalDocument } from './document.tsx';
import { HomePage } from './home/home-page.tsx';
import { PLANNER_PAGES, type PlannerPage, PlannerShell } from './lease-end/planner-shell.tsx';
import { GuestNotFoundPage } from './not-found/guest-not-found-page.tsx';
import { OfflinePage } from './offline/offline-page.tsx';
import { AccountPage, TermsPage } from './register/account-page.tsx';
import { EmailPage, InvitationPage, OnFilePage, RegisterPage } from './register/register-pages.tsx';
import { SIGN_IN_NOTES, SignInPage } from './sign-in/sign-in-page.tsx';
import { CallBackPage, LetterPage, LostEverythingPage } from './sign-in/steps/lost-steps.tsx';
import { NotMePage } from './sign-in/steps/not-me-page.tsx';
import {
  AppCodePage,
  ChooseProofPage,
  CodePage,
  RecoveryCodePage,
} from './sign-in/steps/proof-steps.tsx';
import {
  FactsPage,
  ForgotPasswordPage,
  ForgotUserNamePage,
  NewPasswordPage,
} from './sign-in/steps/reset-steps.tsx';

export type EntryAssets = {
  readonly public: Assets;
  readonly app: Assets;
  readonly leaseEnd: Assets;
  /** The guide's, which has the planner come later. */
  readonly guide: Assets;
};
type StepProps = { readonly brand: typeof BRAND_MARKERS };
type Page = { readonly file: string; readonly html: string };

/** The steps of getting in, each by its page's name: the title, and what stands on it. */
const STEPS: Readonly<Record<string, readonly [string, (props: StepProps) => ReactNode]>> = {
  proof: ['proof.choose.title', ChooseProofPage],
  code: ['proof.code.title', CodePage],
  app: ['proof.app.title', AppCodePage],
  'recovery-code': ['proof.recovery-code.title', RecoveryCodePage],
  facts: ['facts.title', FactsPage],
  'forgot-password': ['forgot-password.title', ForgotPasswordPage],
  'forgot-user-name': ['forgot-user-name.title', ForgotUserNamePage],
  'new-password': ['new-password.title', NewPasswordPage],
  'lost-everything': ['lost.title', LostEverythingPage],
  letter: ['lost.letter.title', LetterPage],
  'call-back': ['lost.call.title', CallBackPage],
  'not-me': ['not-me.title', NotMePage],
};

/** The pages of opening an account, in the same way. */
const REGISTER: typeof STEPS = {
  register: ['register.title', RegisterPage],
  'register.on-file': ['register.on-file.title', OnFilePage],
  'register.letter': ['register.letter.title', InvitationPage],
  'register.email': ['register.email.title', EmailPage],
  'register.account': ['register.account.title', AccountPage],
  'register.terms': ['register.terms.title', TermsPage],
};

/** Every HTML file of the portal: the public pages whole, the signed-in ones as one shell. */
export function prerenderedPages(assets: EntryAssets): Page[] {
  const publicPage = (name: 'contact' | 'not-found' | 'offline', page: ReactNode) =>
    render(`${name}.html`, t(`${name}.title`), assets.public, page, name === 'contact');
  const signIn = (file: string, page: ReactNode) =>
    render(file, t('sign-in.title'), assets.public, page, false);
  return [
    render('index.html', t('home.title'), assets.public, <HomePage brand={BRAND_MARKERS} />, true),
    signIn('sign-in.html', <SignInPage brand={BRAND_MARKERS} />),
    ...SIGN_IN_NOTES.map((note) =>
      signIn(`sign-in.${note}.html`, <SignInPage brand={BRAND_MARKERS} note={note} />),
    ),
    ...Object.entries(STEPS).map(([name, step]) => stepPage(`sign-in.${name}`, step, assets)),
    ...Object.entries(REGISTER).map(([name, step]) => stepPage(name, step, assets)),
    publicPage('contact', <ContactPage brand={BRAND_MARKERS} />),
    publicPage('offline', <OfflinePage brand={BRAND_MARKERS} />),
    publicPage('not-found', <GuestNotFoundPage brand={BRAND_MARKERS} />),
    render('app.html', t('page.contracts'), assets.app, <AppShell />, false),
    ...PLANNER_PAGES.map((page) =>
      plannerPage(page, page === 'guide' ? assets.guide : assets.leaseEnd),
    ),
  ];
}

function stepPage(
  name: string,
  [title, StepPage]: (typeof STEPS)[string],
  assets: EntryAssets,
): Page {
  const page = <StepPage brand={BRAND_MARKERS} />;
  return render(`${name}.html`, t(title), assets.public, page, false);
}

/** The guide may be found by a search; a plan and its questions are nobody else's. */
function plannerPage(page: PlannerPage, assets: Assets): Page {
  const file = page === 'guide' ? 'lease-end.html' : `lease-end.${page}.html`;
  const document = (
    <PortalDocument
      title={t(`planner.${page}`)}
      description={t('guide.lead')}
      assets={assets}
      indexed={page === 'guide'}
      manifest="/lease-end.webmanifest"
      wear
    >
      <PlannerShell page={page} />
    </PortalDocument>
  );
  return { file, html: `<!doctype html>${renderToStaticMarkup(document)}` };
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
