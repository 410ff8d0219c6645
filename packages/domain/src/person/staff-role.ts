/** What somebody who works at the desk is there for. An inspector works for a dealer. */
export const STAFF_ROLES = [
  'agent',
  'supervisor',
  'operations',
  'auditor',
  'dealer',
  'inspector',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What can be allowed at the desk. Every operation of the desk names one of these. */
export const PERMISSIONS = [
  'own-security',
  'search',
  'view-customer',
  'show-contact-data',
  'end-sessions',
  'place-hold',
  'lift-hold',
  'book-call-back',
  'start-recovery',
  'print-letters',
  'work-queue',
  'read-audit',
  'export-audit',
  'price-return',
  'bill-car',
  'decide-dispute',
  'pay-refund',
  'take-back',
  'receive-car',
  'own-appointments',
  'manage-places',
  'read-promises',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * The one table of least privilege. Nobody who looks at customers reads the log of looks, and
 * nobody who starts a recovery prints its letter: it takes two people to hand out a way in. Nobody
 * who lowers a bill pays the refund that comes of it.
 *
 * Source: NIST SP 800-53 Rev. 5, AC-5 (separation of duties) and AC-6 (least privilege).
 */
export const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  agent: [
    'own-security',
    'search',
    'view-customer',
    'show-contact-data',
    'end-sessions',
    'place-hold',
    'book-call-back',
    'start-recovery',
    'work-queue',
    'price-return',
    'bill-car',
    'decide-dispute',
  ],
  supervisor: [
    'own-security',
    'search',
    'view-customer',
    'show-contact-data',
    'end-sessions',
    'place-hold',
    'lift-hold',
    'book-call-back',
    'start-recovery',
    'work-queue',
    'price-return',
    'bill-car',
    'decide-dispute',
    'take-back',
    'read-promises',
  ],
  operations: [
    'own-security',
    'search',
    'view-customer',
    'print-letters',
    'work-queue',
    'pay-refund',
    'manage-places',
  ],
  auditor: ['own-security', 'read-audit', 'export-audit'],
  dealer: ['own-security', 'receive-car', 'own-appointments'],
  inspector: ['own-security', 'own-appointments'],
};

/** Whether a role allows something. */
export function roleAllows(role: StaffRole, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** One row of a lender's table: whoever is in the group at the sign-on provider has the role. */
export type GroupRole = { readonly group: string; readonly role: StaffRole };

/**
 * The role of somebody who is in these groups at the provider: of the first row that fits, so the
 * order of the table decides. Null when no row fits; then the person may not come in.
 */
export function roleOfGroups(
  groups: readonly string[],
  table: readonly GroupRole[],
): StaffRole | null {
  return table.find(({ group }) => groups.includes(group))?.role ?? null;
}
