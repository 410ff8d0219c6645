/**
 * Who the lender is. Names, numbers and addresses are the lender's configuration and stand nowhere
 * in the bundle; colours come apart from them, in /brand.css.
 */
export type Brand = {
  readonly name: string;
  /** As people read it, "(555) 555-0142", and as a link that dials, "tel:+15555550142". */
  readonly phone: string;
  readonly phoneHref: string;
  readonly hours: string;
  readonly email: string;
  readonly emailHref: string;
  readonly legal: string;
  /** Postal addresses, lines parted by a line feed. */
  readonly addressRegular: string;
  readonly addressOvernight: string;
  readonly addressPayoff: string;
  /** The lender's clock, and the time of it, "20:00", from which money counts for the next day. */
  readonly timeZone: string;
  readonly cutOff: string;
};

const marker = (field: keyof Brand): string => `{{brand.${field}}}`;

/** What prerendered pages carry; the server puts the lender's own words there when it starts. */
export const BRAND_MARKERS: Brand = {
  name: marker('name'),
  phone: marker('phone'),
  phoneHref: marker('phoneHref'),
  hours: marker('hours'),
  email: marker('email'),
  emailHref: marker('emailHref'),
  legal: marker('legal'),
  addressRegular: marker('addressRegular'),
  addressOvernight: marker('addressOvernight'),
  addressPayoff: marker('addressPayoff'),
  timeZone: marker('timeZone'),
  cutOff: marker('cutOff'),
};

/** The part of /brand.json that the portal reads. */
type BrandDocument = {
  readonly name: string;
  readonly phone: { readonly number: string };
  /** When a person answers, in words. */
  readonly hours: string;
  readonly email: string;
  readonly addresses: Readonly<Record<'regular' | 'overnight' | 'payoff', readonly string[]>>;
  readonly legal: string;
  readonly timeZone: string;
  readonly cutOff: string;
};

/** /brand.json as the screens use it. */
export function brandFrom(document: BrandDocument): Brand {
  const { name, phone, hours, email, addresses, legal, timeZone, cutOff } = document;
  return {
    name,
    phone: phone.number,
    phoneHref: phoneHrefOf(phone.number),
    hours,
    email,
    emailHref: `mailto:${email}`,
    legal,
    addressRegular: addresses.regular.join('\n'),
    addressOvernight: addresses.overnight.join('\n'),
    addressPayoff: addresses.payoff.join('\n'),
    timeZone,
    cutOff,
  };
}

/** The link that dials: ten digits get the country code of the United States. */
function phoneHrefOf(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length === 10 ? `tel:+1${digits}` : `tel:+${digits}`;
}

export async function fetchBrand(): Promise<Brand> {
  const answer = await fetch('/brand.json');
  return brandFrom((await answer.json()) as BrandDocument);
}
