import { encode } from 'uqr';
import type { Brand } from '../../lender/lender.ts';
import { hoursText } from '../../lender/office-hours.ts';
import { say } from '../copy.ts';
import type { PaperLetter } from './paper.ts';

/** What an invitation says of one person. */
export type Invited = {
  readonly name: string;
  readonly address: readonly string[];
  readonly contractNumbers: string;
  readonly code: string;
};

/** When it is written, and until when its code counts, as days in words. */
export type InvitationDays = { readonly today: string; readonly until: string };

/** An invitation to open an account, as it goes into an envelope. Its address carries no code. */
export function invitationLetter(
  brand: Brand,
  publicUrl: string,
  { name, address, contractNumbers, code }: Invited,
  { today, until }: InvitationDays,
): PaperLetter {
  const url = `${publicUrl}/register/letter`;
  const values = {
    lender: brand.name,
    contracts: contractNumbers,
    url,
    until,
    phone: brand.phone.number,
    hours: hoursText(brand.phone.hours),
    name,
  };
  const words = (key: string): string => say('en', `post.paper.${key}`, values);
  return {
    sender: [brand.name, ...brand.addresses.regular.filter((line) => line !== brand.name)],
    address: [name, ...address],
    day: today,
    title: words('title'),
    greeting: words('greeting'),
    before: [words('about'), words('how')],
    code: { label: words('code'), text: code },
    after: [words('steps'), words('safety')],
    closing: [words('questions'), brand.legal],
    picture: { alt: words('picture'), squares: encode(url, { border: 0 }).data },
  };
}
