/**
 * Goal: a leased car's appointments are booked once, moved without a gap, told of, and seen by
 * their place only.
 * Method: the operations are called as a customer, a dealer, an inspector and operations would; the
 * calendar file is read by two parsers of others.
 */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as appointmentOperations from '@roadbook/api/operations/appointments';
import * as placeOperations from '@roadbook/api/operations/desk-places';
import { runPlaces } from '@roadbook/server/cli/commands/places/run-places';
import { runStaff } from '@roadbook/server/cli/commands/staff/run-staff';
import { remindOfAppointments } from '@roadbook/server/lease-end/appointments/remind';
import { claimSlot } from '@roadbook/server/lease-end/appointments/slots.sql';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';
import type { Engine } from '@roadbook/server/testing/test-store';
import ICAL from 'ical.js';
import * as nodeIcal from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { type Appointment, HEADER, type Held, ROWS } from './appointment-places.ts';
import { call as callOperation, type Input, refused } from './call.ts';
import { staffIdOf } from './desk/desk-people.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Slots = { days: { on: string; slots: { startsAt: string }[] }[]; next: string | null };

const { lease } = contractIds;
const called = new Set<string>();
const call: typeof callOperation = (portal, id, input) => {
  called.add(id);
  return callOperation(portal, id, input);
};

/** In the window of the sample's lease, which ends in May. */
const TODAY = '2027-04-12';
const NOW_MS = Date.parse('2027-04-12T12:00:00Z');

export function checkAppointmentsOn(engine: Engine): void {
  describe(`appointments on ${engine}`, () => {
    let portal: TestPortal;
    let folder: string;
    let own: Input;

    const hold = (startsAt: string, placeId = 'north', kind = 'return') =>
      call<Held>(portal, 'holdSlot', { ...own, body: { kind, placeId, startsAt } });
    const book = (claimId: string, home: unknown = null) =>
      call<Appointment>(portal, 'bookAppointment', { ...own, body: { claimId, home } });
    const one = ({ appointmentId }: Appointment) => ({
      ...own,
      params: { contractId: lease, appointmentId },
    });
    const list = () =>
      call<{ appointments: Appointment[]; zip: string | null }>(portal, 'listAppointments', own);
    const freeAt = async (placeId: string, on: string): Promise<string[]> => {
      const params = { contractId: lease, placeId };
      const query = { kind: 'return', from: on };
      const { days } = await call<Slots>(portal, 'listSlots', { ...own, params, query });
      return days.find((day) => day.on === on)?.slots.map(({ startsAt }) => startsAt) ?? [];
    };
    const told = async (): Promise<string[]> => {
      const rows = await portal.shell.store.query<{ template: string }>(
        `select template from person_message where template like 'appointment-%'
         and channel = 'mail' order by template`,
      );
      return rows.map(({ template }) => template);
    };
    const run = async (lines: readonly string[], name = 'places.csv') => {
      const file = join(folder, name);
      await writeFile(file, `${lines.join('\n')}\n`);
      const said: string[] = [];
      const say = { line: (text: string) => void said.push(text), progress: () => undefined };
      const asked = name.startsWith('zips') ? { file: null, zips: file } : { file, zips: null };
      return { code: await runPlaces(portal.shell, { command: 'places', ...asked }, say), said };
    };
    const at = (time: string, on = '2027-04-14') => `${on}T${time}:00.000Z`;

    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      folder = await mkdtemp(join(tmpdir(), 'roadbook-places-'));
      portal.clock.nowMs = NOW_MS;
      await portal.shell.store.query(`update business_day set open_day = '${TODAY}'`);
      own = { cookie: await portal.signIn('dana'), params: { contractId: lease } };
    });
    afterAll(async () => {
      const all = { ...appointmentOperations, ...placeOperations };
      expect(Object.keys(all).filter((id) => !called.has(id))).toEqual([]);
      await portal.end();
    });

    test('a file of places is taken row by row and again, and names what is wrong', async () => {
      const bad = ROWS[0]?.replace('north,', 'south,').replace(',60000,', ',6000,') ?? '';
      expect(await run([HEADER, ...ROWS, bad])).toEqual({
        code: 1,
        said: [
          'Line 5, field "zip", value "6000". Accepted: five digits.',
          'Places: 3 new or changed, 0 as before, 1 refused.',
        ],
      });
      expect((await run([HEADER, ...ROWS])).said).toEqual([
        'Places: 0 new or changed, 3 as before, 0 refused.',
      ]);
      expect((await run(['place,name', 'x,y'])).code).toBe(2);
    });

    test('places near a ZIP code come nearest first, by its middle or their lists', async () => {
      const near = async () => {
        const query = { zip: '60000', kind: 'return' };
        const { places } = await call<{ places: { placeId: string; miles: number | null }[] }>(
          portal,
          'listPlaces',
          { ...own, query },
        );
        return places.map(({ placeId, miles }) => `${placeId} ${miles}`);
      };
      expect(await near()).toEqual(['mesa null', 'north null']);
      expect((await run(['zip,latitude,longitude', '60000,41.88,-87.62'], 'zips.csv')).code).toBe(
        0,
      );
      expect(await near()).toEqual(['north 0', 'mesa 1452']);
    });

    test('free times are those of the place’s own clock', async () => {
      // 8 o'clock in Chicago in summer, and 9 in Arizona, which has none.
      expect((await freeAt('north', '2027-04-14'))[0]).toBe(at('13:00'));
      expect((await freeAt('mesa', '2027-04-14'))[0]).toBe(at('16:00'));
      expect(await freeAt('north', '2027-04-18')).toEqual([]);
    });

    test('what cannot be booked is refused with field, value and rule', async () => {
      const no = (code: Parameters<typeof refused>[2], placeId: string, startsAt: string) =>
        refused(portal, 'holdSlot', code, {
          ...own,
          body: { kind: 'return', placeId, startsAt },
        });
      const past = await no('slot-past', 'north', at('13:00', '2027-04-09'));
      expect(past.errors).toEqual([
        { field: 'body.startsAt', value: at('13:00', '2027-04-09'), rule: 'a time to come' },
      ]);
      const late = await no('slot-outside-window', 'north', at('13:00', '2027-06-30'));
      expect(late.detail).toBe(
        'You chose Wednesday, June 30. It can be booked from Monday, April 12 to Saturday, May 15.',
      );
      await no('slot-not-offered', 'north', at('13:30'));
      await no('place-not-found', 'elsewhere', at('13:00'));
      await no('place-not-found', 'looks', at('13:00'));
    });

    test('a time that somebody else has is refused with the next free one', async () => {
      const claim = {
        placeId: 'north',
        startsAt: at('13:00'),
        endsAt: at('14:00'),
        bays: 1,
        claimId: uuidV7(NOW_MS),
        contractId: contractIds.foreign,
        personId: contractIds.foreign,
        kind: 'return',
        heldUntil: new Date(NOW_MS + 600_000).toISOString(),
        appointmentId: null,
      } as const;
      const now = new Date(NOW_MS).toISOString();
      expect(await claimSlot(portal.shell.store, claim, now)).not.toBeNull();
      const body = { kind: 'return', placeId: 'north', startsAt: at('13:00') };
      const taken = await refused(portal, 'holdSlot', 'slot-taken', { ...own, body });
      expect(taken.next).toContain('Wednesday, April 14, 9:00 AM Central Time');
      expect(taken.facts.nextStartsAt).toBe(at('14:00'));
      expect((await freeAt('north', '2027-04-14'))[0]).toBe(at('14:00'));
      // After ten minutes nobody has it, and it is there again.
      portal.clock.nowMs += 601_000;
      const held = await hold(at('13:00'));
      expect(Date.parse(held.heldUntil)).toBe(portal.clock.nowMs + 600_000);
    });

    test('it is booked once, moved without a gap, in calendars too, and cancelled', async () => {
      const first = await hold(at('14:00'));
      const booked = await book(first.claimId);
      expect(booked).toMatchObject({ state: 'booked', sequence: 0, startsAt: at('14:00') });
      expect(await book(first.claimId)).toEqual(booked);
      const second = await hold(at('15:00'));
      const exists = await refused(portal, 'bookAppointment', 'appointment-exists', {
        ...own,
        body: { claimId: second.claimId, home: null },
      });
      expect(exists.detail).toContain('Wednesday, April 14, 9:00 AM Central Time');
      const calendar = () => call<string>(portal, 'getAppointmentCalendar', one(booked));
      const before = await calendar();
      portal.clock.nowMs += 60_000;
      const body = { claimId: second.claimId, home: null };
      const moved = await call<Appointment>(portal, 'moveAppointment', { ...one(booked), body });
      expect(moved).toMatchObject({ sequence: 1, startsAt: at('15:00'), state: 'booked' });
      expect(await call(portal, 'moveAppointment', { ...one(booked), body })).toEqual(moved);
      expect(await freeAt('north', '2027-04-14')).toEqual([at('13:00'), at('14:00'), at('16:00')]);
      const after = await calendar();
      const cancelled = await call<Appointment>(portal, 'cancelAppointment', one(booked));
      expect(cancelled).toMatchObject({ state: 'cancelled', sequence: 2, canChange: false });
      expect(await call(portal, 'cancelAppointment', one(booked))).toEqual(cancelled);
      await refused(portal, 'moveAppointment', 'hold-lapsed', { ...one(booked), body });
      const read = [before, after, await calendar()].map((file) => {
        const event = new ICAL.Event(
          new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') as ICAL.Component,
        );
        const [other] = Object.values(nodeIcal.sync.parseICS(file)).filter(
          (each) => each?.type === 'VEVENT',
        ) as nodeIcal.VEvent[];
        expect(other?.uid).toBe(event.uid);
        expect(Number(other?.sequence)).toBe(event.sequence);
        expect(other?.start.toISOString()).toBe(event.startDate.toJSDate().toISOString());
        expect(other?.summary).toBe('Give the leased car back at North Side');
        expect(other?.location).toBe('1 Elm Street, Lakeport Falls, IL 60000');
        return `${event.uid} ${event.sequence} ${other?.start.toISOString()} ${other?.status}`;
      });
      const uid = `${booked.appointmentId}@lease-end.roadbook`;
      expect(read).toEqual([
        `${uid} 0 ${at('14:00')} CONFIRMED`,
        `${uid} 1 ${at('15:00')} CONFIRMED`,
        `${uid} 2 ${at('15:00')} CANCELLED`,
      ]);
      expect((await told()).toSorted()).toEqual([
        'appointment-booked',
        'appointment-cancelled',
        'appointment-moved',
      ]);
    });

    test('a place that closes tells who is booked, and keeps them another time', async () => {
      const operations = { cookie: await portal.deskCookie('operations') };
      const close = (on: string, hours: string | null) =>
        call(portal, 'setPlaceDay', {
          ...operations,
          params: { placeId: 'north' },
          body: { on, hours },
        });
      const booked = await book((await hold(at('16:00'))).claimId);
      expect(await close('2027-04-14', 'closed')).toEqual({ displaced: 1, offered: 1 });
      const [found] = (await list()).appointments;
      expect(found).toMatchObject({ state: 'displaced', canChange: true });
      const offered = found?.offered as Held;
      expect(offered.startsAt).toBe(at('13:00', '2027-04-15'));
      expect(await freeAt('north', '2027-04-15')).not.toContain(offered.startsAt);
      expect(await told()).toContain('appointment-displaced');
      // Looking at another time does not give up the one that is kept.
      await hold(at('14:00', '2027-04-15'));
      const body = { claimId: offered.claimId, home: null };
      const moved = await call<Appointment>(portal, 'moveAppointment', { ...one(booked), body });
      expect(moved).toMatchObject({ state: 'booked', startsAt: offered.startsAt, offered: null });
      expect(await close('2027-04-14', null)).toEqual({ displaced: 0, offered: 0 });
      const bad = { on: '2027-04-16', hours: '8 to 5' };
      await refused(portal, 'setPlaceDay', 'invalid-input', {
        ...operations,
        params: { placeId: 'north' },
        body: bad,
      });
      const hours = {
        effectiveFrom: '2027-05-01',
        hours: 'mon 10:00-12:00',
        slotMinutes: 30,
        bays: 1,
      };
      const params = { placeId: 'north' };
      expect(await call(portal, 'setPlaceHours', { ...operations, params, body: hours })).toEqual({
        displaced: 0,
        offered: 0,
      });
      const { places } = await call<{ places: { placeId: string; booked: number }[] }>(
        portal,
        'listDeskPlaces',
        operations,
      );
      expect(places.map(({ placeId, booked: n }) => `${placeId} ${n}`)).toEqual([
        'looks 0',
        'mesa 0',
        'north 1',
      ]);
    });

    test('it is reminded of once two days before, and not moved after its time', async () => {
      const [booked] = (await list()).appointments as [Appointment];
      expect(await remindOfAppointments(portal.shell)).toBe(0);
      await portal.shell.store.query("update appointment set changed_at = '2027-04-01'");
      portal.clock.nowMs = Date.parse(at('14:00', '2027-04-13'));
      expect(await remindOfAppointments(portal.shell)).toBe(1);
      expect(await remindOfAppointments(portal.shell)).toBe(0);
      expect(await told()).toContain('appointment-reminder');
      own = { ...own, cookie: await portal.signIn('dana') };
      portal.clock.nowMs = Date.parse(at('12:50', '2027-04-15'));
      own = { ...own, cookie: await portal.signIn('dana') };
      const { claimId } = await hold(at('14:00', '2027-04-16'));
      portal.clock.nowMs = Date.parse(at('13:00', '2027-04-15'));
      own = { ...own, cookie: await portal.signIn('dana') };
      const body = { claimId, home: null };
      await refused(portal, 'moveAppointment', 'hold-lapsed', { ...one(booked), body });
      const again = { claimId: (await hold(at('14:00', '2027-04-16'))).claimId, home: null };
      const past = await refused(portal, 'moveAppointment', 'appointment-past', {
        ...one(booked),
        body: again,
      });
      expect(past.detail).toContain('Thursday, April 15, 8:00 AM Central Time');
      await refused(portal, 'cancelAppointment', 'appointment-past', one(booked));
    });

    test('a dealer sees the cars of the own place and nothing of the account', async () => {
      const dealer = { cookie: await portal.deskCookie('dealer') };
      await refused(portal, 'listPlaceAppointments', 'no-place-of-yours', dealer);
      const said: string[] = [];
      const say = { line: (text: string) => void said.push(text), progress: () => undefined };
      for (const role of ['dealer', 'inspector'] as const) {
        await staffIdOf(portal.shell, role);
        const email = `${role}@larkspur.example`;
        await runStaff(portal.shell, { command: 'staff-place', email, placeId: 'north' }, say);
      }
      const wrong = {
        command: 'staff-place',
        email: 'dealer@larkspur.example',
        placeId: 'x',
      } as const;
      expect(await runStaff(portal.shell, wrong, say)).toBe(1);
      type Listed = { today: string; appointments: Record<string, unknown>[] };
      const { today, appointments } = await call<Listed>(portal, 'listPlaceAppointments', dealer);
      expect(today).toBe('2027-04-15');
      const [listed] = appointments;
      expect(Object.keys(listed ?? {}).toSorted()).toEqual(
        [
          ...['appointmentId', 'endsAt', 'hasBegun', 'home', 'kind', 'make', 'model', 'modelYear'],
          ...['on', 'reference', 'startsAt', 'state', 'vin'],
        ].toSorted(),
      );
      const inspector = { cookie: await portal.deskCookie('inspector') };
      const seen = await call<Listed>(portal, 'listPlaceAppointments', inspector);
      expect(seen.appointments).toEqual([]);
      const params = { appointmentId: String(listed?.appointmentId) };
      const mark = (cookie: Input) => ({ ...cookie, params });
      await refused(portal, 'markAppointmentMissed', 'appointment-not-found', mark(inspector));
      const missed = await call(portal, 'markAppointmentMissed', mark(dealer));
      expect(missed).toMatchObject({ state: 'missed' });
      expect(await call(portal, 'markAppointmentMissed', mark(dealer))).toEqual(missed);
      expect(await told()).toContain('appointment-missed');
      for (const role of ['agent', 'supervisor', 'auditor', 'operations'] as const) {
        const other = { cookie: await portal.deskCookie(role) };
        await refused(portal, 'listPlaceAppointments', 'not-permitted', other);
      }
      // And the customer books another one.
      const next = await book((await hold(at('15:00', '2027-04-16'))).claimId);
      expect(next.sequence).toBe(0);
      const early = { ...dealer, params: { appointmentId: next.appointmentId } };
      await refused(portal, 'markAppointmentMissed', 'appointment-not-begun', early);
    });

    test('an inspector comes home where the area is served', async () => {
      await portal.shell.store.query("update business_day set open_day = '2027-03-01'");
      portal.clock.nowMs = Date.parse('2027-03-01T14:00:00Z');
      own = { ...own, cookie: await portal.signIn('dana') };
      const { claimId } = await hold('2027-03-03T16:00:00.000Z', 'looks', 'home-inspection');
      const home = { street: '9 Far Road', city: 'Far', state: 'IL', zip: '61999' };
      const send = (given: unknown) => ({ ...own, body: { claimId, home: given } });
      await refused(portal, 'bookAppointment', 'home-address-needed', send(null));
      await refused(portal, 'bookAppointment', 'home-not-served', send(home));
      const booked = await book(claimId, { ...home, zip: '60012' });
      expect(booked.home?.zip).toBe('60012');
      const stored = await portal.shell.store.query<{ text: string }>(
        "select encode(sealed, 'escape') as text from appointment where sealed is not null",
      );
      expect(stored.map(({ text }) => text).join()).not.toContain('Far Road');
    });

    test('of many who want one time one has it', async () => {
      const people = effort(200);
      const now = new Date(NOW_MS).toISOString();
      const wins = await Promise.all(
        Array.from({ length: people }, (_, index) => {
          const id = uuidV7(NOW_MS + index);
          const claim = {
            placeId: 'mesa',
            startsAt: at('17:00'),
            endsAt: at('17:30'),
            bays: 2,
            claimId: id,
            contractId: id,
            personId: id,
            kind: 'return',
            heldUntil: new Date(NOW_MS + 600_000).toISOString(),
            appointmentId: null,
          } as const;
          return claimSlot(portal.shell.store, claim, now);
        }),
      );
      const bays = wins.flatMap((win) => (win === null ? [] : [win.bay]));
      expect(bays.toSorted()).toEqual([1, 2]);
    });
  });
}
