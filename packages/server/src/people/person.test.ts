import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEST_KEYS } from '../../testing/test-lender.ts';
import { seal } from '../platform/keys/key-ring.ts';
import {
  calledBy,
  identityHash,
  loginHash,
  type Person,
  sealPerson,
  unsealPerson,
} from './person.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const maybe = fc.option(text);
const anyPerson: fc.Arbitrary<Person> = fc.record({
  firstName: maybe,
  lastName: maybe,
  companyName: maybe,
  dateOfBirth: maybe,
  ssn: maybe,
  ein: maybe,
  street: maybe,
  unit: maybe,
  city: maybe,
  state: maybe,
  zip: maybe,
  country: maybe,
  email: maybe,
  phone: maybe,
});

const dana: Person = {
  firstName: 'Dana',
  lastName: 'Whitfield',
  companyName: null,
  dateOfBirth: '1986-04-12',
  ssn: '900100001',
  ein: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
  country: null,
  email: 'dana@larkspur.example',
  phone: null,
};
const rowOf = (personId: string, person: Person) => {
  const { keyId, sealed } = sealPerson(TEST_KEYS, personId, person);
  return { person_id: personId, key_id: keyId, sealed };
};

describe('a sealed person', () => {
  test('opens again whole, whoever it is', () => {
    fc.assert(
      fc.property(fc.uuid(), anyPerson, (id, person) => {
        expect(unsealPerson(TEST_KEYS, rowOf(id, person))).toEqual(person);
      }),
    );
  });

  test('shows nothing, and opens in no other row', () => {
    const row = rowOf('one', dana);
    for (const part of ['Dana', '900100001', 'larkspur']) {
      expect(row.sealed.includes(part)).toBe(false);
    }
    expect(() => unsealPerson(TEST_KEYS, { ...row, person_id: 'other' })).toThrow();
  });
});

test('somebody sealed by an earlier version has neither company nor country', () => {
  const old = '{"firstName":"Dana","lastName":"Whitfield","ssn":null}';
  const row = { person_id: 'one', ...seal(TEST_KEYS, 'person:one', old) };
  const person = unsealPerson(TEST_KEYS, { ...row, key_id: row.keyId });
  expect(person).toMatchObject({ firstName: 'Dana', companyName: null, ein: null, country: null });
});

test('a company is called by its name, somebody with one name by that', () => {
  expect(calledBy(dana)).toBe('Dana');
  const nobody = { ...dana, firstName: null, lastName: null };
  expect(calledBy({ ...nobody, companyName: 'Hawthorn Plumbing LLC' })).toMatch(/^Hawthorn/);
  expect(calledBy({ ...nobody, lastName: 'Sukarto' })).toBe('Sukarto');
});

describe('who is the same person', () => {
  const hash = (changes: Partial<Person>): string | undefined =>
    identityHash(TEST_KEYS, { ...dana, ...changes })?.toString('hex');

  test('whoever has the same SSN, whatever else is written', () => {
    expect(hash({ firstName: 'D.', email: null })).toBe(hash({}));
    expect(hash({ ssn: '900100002' })).not.toBe(hash({}));
  });

  test('else whoever has the same name, birth date and e-mail, in any letters', () => {
    const without = { ssn: null };
    expect(hash({ ...without, lastName: 'WHITFIELD' })).toBe(hash(without));
    expect(hash({ ...without, dateOfBirth: '1986-04-13' })).not.toBe(hash(without));
    expect(hash({ ...without, firstName: 'DanaW', lastName: 'hitfield' })).not.toBe(hash(without));
    expect(hash(without)).not.toBe(hash({}));
  });

  test('nobody, where too little is known', () => {
    expect(hash({ ssn: null, email: null })).toBeUndefined();
    expect(hash({ ssn: null, dateOfBirth: null })).toBeUndefined();
  });
});

test('a login is found whatever its case, and its hash is keyed', () => {
  const found = loginHash(TEST_KEYS, 'dana@larkspur.example');
  expect(loginHash(TEST_KEYS, '  Dana@Larkspur.EXAMPLE ')).toEqual(found);
  expect(loginHash({ ...TEST_KEYS, lookupKey: Buffer.alloc(32) }, 'dana')).not.toEqual(
    loginHash(TEST_KEYS, 'dana'),
  );
});
