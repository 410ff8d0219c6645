import type { Brand } from './lender.ts';

/** The bytes of a logo, and what they are. */
export type Logo = { readonly type: string; readonly bytes: Buffer };

export const LOGO_BYTES_MAX = 64 * 1024;
const LOGO = /^data:(image\/(?:svg\+xml|png));base64,([A-Za-z0-9+/]+={0,2})$/;

/** Whether text is a logo as a lender file states one: a small SVG or PNG as a data URL. */
export function isLogo(text: string): boolean {
  const logo = readLogo(text);
  return logo !== null && logo.bytes.length <= LOGO_BYTES_MAX;
}

function readLogo(text: string): Logo | null {
  const [, type, base64] = LOGO.exec(text) ?? [];
  if (type === undefined || base64 === undefined) return null;
  return { type, bytes: Buffer.from(base64, 'base64') };
}

/** The lender's logo; where it has none, a road to the horizon in its accent. */
export function logoOf({ logo, accent }: Brand): Logo {
  const own = logo === null ? null : readLogo(logo);
  return own ?? { type: 'image/svg+xml', bytes: Buffer.from(road(accent)) };
}

function road({ light, dark }: Brand['accent']): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>' +
    `rect{fill:${light}}path{fill:none;stroke:#fff;stroke-width:3.6;stroke-linecap:round}` +
    `@media(prefers-color-scheme:dark){rect{fill:${dark}}path{stroke:#10131c}}</style>` +
    '<rect width="32" height="32" rx="8"/>' +
    '<path d="M9 27C10 19 23 19 21 12.5 20 9 16 9 16 5.5"/></svg>'
  );
}
