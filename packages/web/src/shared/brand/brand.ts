/**
 * Who the lender is, as /brand.json tells it: names, numbers and addresses are configuration and
 * stand nowhere in the bundle. Colours come apart from it, in /brand.css.
 */
export type Brand = {
  readonly name: string;
  /** As people read it, "(555) 555-0142", and as a telephone dials it, "+15555550142". */
  readonly phone: string;
  readonly phoneHref: string;
  readonly hours: string;
  readonly legal: string;
  /** Postal addresses, lines parted by a line feed. */
  readonly addressRegular: string;
  readonly addressOvernight: string;
  readonly addressPayoff: string;
};

const marker = (field: string): string => `{{brand.${field}}}`;

/** What prerendered pages carry; the server puts the lender's own words there when it starts. */
export const BRAND_MARKERS: Brand = {
  name: marker('name'),
  phone: marker('phone'),
  phoneHref: marker('phoneHref'),
  hours: marker('hours'),
  legal: marker('legal'),
  addressRegular: marker('addressRegular'),
  addressOvernight: marker('addressOvernight'),
  addressPayoff: marker('addressPayoff'),
};
