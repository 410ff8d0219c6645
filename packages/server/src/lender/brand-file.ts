import { z } from 'zod';
import { contrastOf, readableAccent } from './contrast.ts';
import { isLogo } from './logo.ts';
import { WEEKDAYS } from './office-hours.ts';

const Address = z.array(z.string().min(1)).min(2);
const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 20:00');

export const TimeZone = z.string().refine(isTimeZone, 'a time zone such as America/Chicago');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A colour that can be read on the pages of its scheme; else the nearest that can is named. */
const Accent = (scheme: 'light' | 'dark') =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour such as #1f5c8b')
    .superRefine((colour, context) => {
      if (!/^#[0-9a-f]{6}$/i.test(colour)) return;
      const nearest = readableAccent(colour.toLowerCase(), scheme);
      if (nearest === colour.toLowerCase()) return;
      const tenths = Math.round(contrastOf(colour.toLowerCase(), scheme) * 10);
      const contrast = `${Math.floor(tenths / 10)}.${tenths % 10}`;
      context.addIssue({
        code: 'custom',
        message:
          `contrast of 4.5 to 1 on ${scheme} pages, so that text in it can be read; ` +
          `this has ${contrast}. The nearest that works is ${nearest}`,
      });
    });

const Hours = z.strictObject({
  timeZone: TimeZone,
  open: z
    .array(
      z
        .strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), from: Time, to: Time })
        .refine(({ from, to }) => from < to, 'from is earlier than to'),
    )
    .min(1),
});

/** The part of a lender file about how the lender looks and is reached. */
export const BrandFile = z.strictObject({
  name: z.string().min(1),
  shortName: z.string().min(1),
  accent: z.strictObject({ light: Accent('light'), dark: Accent('dark') }),
  logo: z
    .string()
    .refine(isLogo, 'an SVG or PNG of at most 64 KiB as data:image/png;base64,…')
    .nullable()
    .default(null),
  phone: z.strictObject({ number: z.string().min(7), hours: Hours }),
  email: z.email(),
  addresses: z.strictObject({ regular: Address, overnight: Address, payoff: Address }),
  legal: z.string(),
  timeZone: TimeZone,
});
