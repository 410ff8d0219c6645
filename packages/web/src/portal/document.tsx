import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';

/** The hashed files of one entry of the bundle, as paths below the portal's root. */
export type Assets = {
  readonly scripts: readonly string[];
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
  /** A script that the page's own script adds when it is wanted. */
  readonly later?: string;
};

type DocumentProps = {
  readonly title: string;
  readonly description: string;
  readonly assets: Assets;
  readonly indexed: boolean;
  /** The planner can be kept on a phone like a program; a manifest says so. */
  readonly manifest?: string;
  /** The page carries the lender's guides and prices; the server writes them in. */
  readonly wear?: boolean;
  readonly children: ReactNode;
};

/**
 * The HTML document around every page. No script is inline, so the strictest content policy holds;
 * a block of JSON is data and never runs.
 */
export function PortalDocument(props: DocumentProps): ReactNode {
  const { title, description, assets, indexed, manifest, wear, children } = props;
  return (
    <html lang="en" data-who="guest">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('page.title', { title, name: BRAND_MARKERS.name })}</title>
        <meta name="description" content={description} />
        {indexed ? null : <meta name="robots" content="noindex" />}
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1c1e26" />
        <meta name="application-name" content={BRAND_MARKERS.name} />
        {manifest === undefined ? null : <link rel="manifest" href={manifest} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/brand.css" />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.preloads.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {assets.later === undefined ? null : <meta name="later-script" content={assets.later} />}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        {children}
        {wear === true ? (
          <script type="application/json" id="lender-wear">
            {'{{lender.wear}}'}
          </script>
        ) : null}
      </body>
    </html>
  );
}
