import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../../time/calendar.ts';
import {
  APPOINTMENT_EDGES,
  APPOINTMENT_STATES,
  type AppointmentEvent,
  type AppointmentState,
  isTooEarly,
  isTooLate,
  nextAppointmentState,
} from './appointment.ts';
import { appointmentWindow, isInWindow } from './appointment-window.ts';

const EVENTS = [...new Set(APPOINTMENT_EDGES.map(({ event }) => event))];
const ENDS: readonly AppointmentState[] = ['done', 'refused', 'cancelled', 'lapsed'];

describe('the states of an appointment', () => {
  test('an event leads from a state to one other at most', () => {
    const keys = APPOINTMENT_EDGES.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('whatever happens, it starts as a hold, and what has ended stays ended', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events: readonly AppointmentEvent[]) => {
        let state: AppointmentState = 'held';
        for (const event of events) {
          const next: AppointmentState | null = nextAppointmentState(state, event);
          if (ENDS.includes(state)) expect(next).toBeNull();
          state = next ?? state;
          expect(APPOINTMENT_STATES).toContain(state);
        }
      }),
    );
  });

  test('from its start on it cannot be moved or cancelled, and before it not be missed', () => {
    const appointment = { startsAt: 100 };
    expect(isTooLate('move', appointment, 99)).toBe(false);
    expect(isTooLate('move', appointment, 100)).toBe(true);
    expect(isTooLate('cancel', appointment, 100)).toBe(true);
    expect(isTooEarly('miss', appointment, 99)).toBe(true);
    expect(isTooEarly('miss', appointment, 100)).toBe(false);
  });
});

describe('the days on which somebody may come', () => {
  const lease = {
    // Only the calendar of the terms counts here.
    terms: { startsOn: date('2024-03-01'), termMonths: 36, dueDay: 1 } as never,
    isHoldover: false,
    windows: {
      opens: 150,
      decide: 90,
      inspection: { fromDays: 90, toDays: 15 },
      turnIn: { fromDays: 45, toDays: 0 },
    },
  };

  test('a car is returned in the last 45 days and looked at from 90 to 15 days before', () => {
    const early = { ...lease, today: date('2026-11-30') };
    expect(appointmentWindow('return', early)).toEqual({
      opensOn: '2027-01-15',
      from: '2027-01-15',
      to: '2027-02-28',
    });
    expect(appointmentWindow('inspection', early)).toEqual({
      opensOn: '2026-12-01',
      from: '2026-12-01',
      to: '2027-02-14',
    });
  });

  test('in holdover each of the coming days will do, and no day that is over', () => {
    const late = { ...lease, isHoldover: true, today: date('2027-03-05') };
    const window = appointmentWindow('return', late);
    expect([window.from, window.to]).toEqual(['2027-03-05', '2027-04-04']);
    expect(isInWindow(window, date('2027-03-04'))).toBe(false);
  });

  test('a window that is over has no day', () => {
    const { from, to } = appointmentWindow('home-inspection', {
      ...lease,
      today: date('2027-02-20'),
    });
    expect(to < from).toBe(true);
  });
});
