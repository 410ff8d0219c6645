import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskMail, maskPhone } from './mask.ts';

test('an address is known again by its owner and by nobody else', () => {
  expect(maskMail('maya@customer.example')).toBe('m•••@c•••.example');
  expect(maskMail('Zoë.K@mail.larkspur.co.uk')).toBe('Z•••@m•••.uk');
  expect(maskMail('🚗@x.io')).toBe('🚗•••@x•••.io');
  expect(maskPhone('(614) 555-0107')).toBe('••• ••• ••07');
});

test('a mask tells no more of a telephone number than two digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10}$/), (digits) => {
      expect(maskPhone(digits).replaceAll(/\D/g, '')).toBe(digits.slice(-2));
    }),
  );
});
