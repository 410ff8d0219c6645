import type { ReactNode } from 'react';
import { BRAND_MARKERS } from '../shared/brand/brand.ts';
import { t } from '../shared/copy/copy.ts';

/** The hashed files of one entry of the bundle. */
export type DeskAssets = {
  readonly scripts: readonly string[];
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
};

type DocumentProps = {
  readonly title: string;
  readonly assets: DeskAssets;
  readonly children: ReactNode;
};

/** The HTML document around every page of the desk. No script is inline. */
export function DeskDocument({ title, assets, children }: DocumentProps): ReactNode {
  return (
    <html lang="en" data-provider="no">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('desk.title', { title, name: BRAND_MARKERS.name })}</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1c1e26" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/brand.css" />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.preloads.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}
