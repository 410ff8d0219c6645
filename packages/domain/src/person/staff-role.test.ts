import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  PERMISSIONS,
  ROLE_PERMISSIONS,
  roleAllows,
  roleOfGroups,
  STAFF_ROLES,
} from './staff-role.ts';

describe('the table of least privilege', () => {
  test('allows each role what its column says, and nothing else', () => {
    const cases = readFileSync(new URL('./cases/staff-roles.txt', import.meta.url), 'utf8');
    const seen: string[] = [];
    checkTable(cases, (row) => {
      const permission = PERMISSIONS.find((each) => each === row.text('permission'));
      if (permission === undefined) throw new RangeError(row.text('permission'));
      seen.push(permission);
      return Object.fromEntries(
        STAFF_ROLES.map((role) => [role, roleAllows(role, permission) ? 'yes' : null]),
      );
    });
    expect(seen).toEqual([...PERMISSIONS]);
  });

  test('lets nobody both look at customers and read the log of looks', () => {
    for (const role of STAFF_ROLES) {
      expect(roleAllows(role, 'view-customer') && roleAllows(role, 'read-audit')).toBe(false);
    }
  });

  test('lets nobody both start a recovery and print its letter', () => {
    for (const role of STAFF_ROLES) {
      expect(roleAllows(role, 'start-recovery') && roleAllows(role, 'print-letters')).toBe(false);
    }
  });

  test('lets nobody both lower a bill and pay the refund that comes of it', () => {
    for (const role of STAFF_ROLES) {
      const lowers = roleAllows(role, 'take-back') || roleAllows(role, 'decide-dispute');
      expect(lowers && roleAllows(role, 'pay-refund')).toBe(false);
    }
  });

  test('lets dealers and inspectors see cars and no customer', () => {
    expect(ROLE_PERMISSIONS.dealer).toEqual(['own-security', 'receive-car', 'own-appointments']);
    expect(ROLE_PERMISSIONS.inspector).toEqual(['own-security', 'own-appointments']);
  });
});

describe('groups of a sign-on provider', () => {
  const table = [
    { group: 'desk-leads', role: 'supervisor' },
    { group: 'desk', role: 'agent' },
  ] as const;

  test('the first row that fits decides', () => {
    expect(roleOfGroups(['desk', 'desk-leads'], table)).toBe('supervisor');
    expect(roleOfGroups(['desk'], table)).toBe('agent');
  });

  test('no group that the table names is no role', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (groups) => {
        const others = groups.filter((each) => !table.some(({ group }) => group === each));
        expect(roleOfGroups(others, table)).toBeNull();
      }),
    );
  });
});
