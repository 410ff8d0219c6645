import type { FastifyInstance } from 'fastify';
import type { Brand, Lender } from '../lender/lender.ts';
import { logoOf } from '../lender/logo.ts';
import { hoursText } from '../lender/office-hours.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { escapeHtml } from '../platform/escape-html.ts';
import type { PortalOptions } from './portal-options.ts';

/**
 * The lender's name, numbers, colours and logo: all that makes the portal one lender's.
 */
export function registerBrand(app: FastifyInstance, { shell }: PortalOptions): void {
  app.get('/brand.json', async (_request, reply) => {
    const open = shell();
    if (open === null) throw new ProblemError('starting');
    return reply.header('cache-control', 'public, max-age=60').send(brandDocument(open.lender));
  });
  // A logo of the lender's is shown as a picture only: nothing in it runs.
  app.get('/brand-logo', async (_request, reply) => {
    const brand = shell()?.lender.brand;
    if (brand === undefined) throw new ProblemError('starting');
    const { type, bytes } = logoOf(brand);
    return reply
      .type(type)
      .header('cache-control', 'public, max-age=60')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(bytes);
  });
  // The planner on a phone's home screen bears the lender's name, and opens at its own address.
  app.get('/lease-end.webmanifest', async (_request, reply) => {
    const brand = shell()?.lender.brand;
    if (brand === undefined) throw new ProblemError('starting');
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send({
        id: '/lease-end',
        name: brand.name,
        short_name: brand.shortName,
        start_url: '/lease-end',
        scope: '/lease-end',
        display: 'standalone',
        background_color: '#f8f7f4',
        theme_color: brand.accent.light,
        icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      });
  });
  app.get('/brand.css', async (_request, reply) => {
    const accent = shell()?.lender.brand.accent;
    if (accent === undefined) throw new ProblemError('starting');
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(`:root{--brand-accent-light:${accent.light};--brand-accent-dark:${accent.dark}}`);
  });
}

function brandDocument({ brand, cutOff }: Lender) {
  const { logo: _, ...rest } = brand;
  return { ...rest, hours: hoursText(brand.phone.hours), cutOff };
}

/** Puts the lender into a prerendered page: the markers are `{{brand.name}}` and its like. */
export function withBrand(html: string, brand: Brand): string {
  const values: Record<string, string> = {
    name: brand.name,
    shortName: brand.shortName,
    phone: brand.phone.number,
    phoneHref: `tel:+1${brand.phone.number.replace(/\D/g, '')}`,
    hours: hoursText(brand.phone.hours),
    emailHref: `mailto:${brand.email}`,
    email: brand.email,
    legal: brand.legal,
    addressRegular: brand.addresses.regular.join('\n'),
    addressOvernight: brand.addresses.overnight.join('\n'),
    addressPayoff: brand.addresses.payoff.join('\n'),
  };
  return html.replace(/\{\{brand\.(\w+)\}\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : escapeHtml(values[name]),
  );
}
