import { z } from 'zod';
import { operation } from '../operation.ts';
import { NoContent, plainText } from '../schema/basic.ts';
import { AuditRow, PrintedLetter, WORK_KINDS, WorkItem } from '../schema/desk-work.ts';

const item = z.object({
  kind: z.enum(WORK_KINDS),
  itemKey: z.string().regex(/^[\w:-]{1,120}$/, 'the key of a piece of work'),
});

export const listWork = operation({
  id: 'listWork',
  audience: 'staff',
  permission: 'work-queue',
  method: 'GET',
  path: '/api/v1/desk/queue',
  summary: 'What waits for a person: calls, messages that could not go out, contracts set aside.',
  description: 'Letters to print are listed for roles that may print them.',
  status: 200,
  response: z.object({ items: z.array(WorkItem) }),
  problems: [],
});

export const takeWork = operation({
  id: 'takeWork',
  audience: 'staff',
  permission: 'work-queue',
  method: 'POST',
  path: '/api/v1/desk/queue/:kind/:itemKey/take',
  summary: 'Take a piece of work.',
  params: item,
  status: 200,
  response: NoContent,
  problems: ['work-not-found', 'work-taken'],
});

export const handBackWork = operation({
  id: 'handBackWork',
  audience: 'staff',
  permission: 'work-queue',
  method: 'POST',
  path: '/api/v1/desk/queue/:kind/:itemKey/hand-back',
  summary: 'Hand a piece of work back, so that others can take it.',
  params: item,
  status: 200,
  response: NoContent,
  problems: ['work-not-found', 'work-not-yours'],
});

export const finishWork = operation({
  id: 'finishWork',
  audience: 'staff',
  permission: 'work-queue',
  method: 'POST',
  path: '/api/v1/desk/queue/:kind/:itemKey/done',
  summary: 'Say that a piece of work is done, and what came of it.',
  params: item,
  body: z.strictObject({ note: plainText(500).trim() }),
  status: 200,
  response: NoContent,
  problems: ['work-not-found', 'work-not-yours'],
});

export const printLetter = operation({
  id: 'printLetter',
  audience: 'staff',
  permission: 'print-letters',
  method: 'POST',
  path: '/api/v1/desk/letters/:letterId/print',
  summary: 'The letter with a recovery code, once: after that nobody can read the code.',
  params: z.object({ letterId: z.uuid().toLowerCase() }),
  status: 200,
  response: PrintedLetter,
  problems: ['letter-not-found'],
});

const filter = z.strictObject({
  from: z.iso.date('a date that exists, written YYYY-MM-DD').optional(),
  to: z.iso.date('a date that exists, written YYYY-MM-DD').optional(),
  what: plainText(60).optional(),
  who: plainText(100).optional(),
});

export const listAccessLog = operation({
  id: 'listAccessLog',
  audience: 'staff',
  permission: 'read-audit',
  method: 'GET',
  path: '/api/v1/desk/audit',
  summary: 'Who looked at whose data, when and why, newest first.',
  query: filter.extend({ before: z.uuid().toLowerCase().optional() }),
  status: 200,
  response: z.object({ rows: z.array(AuditRow), before: z.uuid().nullable() }),
  problems: [],
});

export const exportAccessLog = operation({
  id: 'exportAccessLog',
  audience: 'staff',
  permission: 'export-audit',
  method: 'GET',
  path: '/api/v1/desk/audit.csv',
  summary: 'The same as a CSV file, oldest first.',
  query: filter,
  status: 200,
  produces: 'text/csv',
  response: z.string(),
  problems: [],
});
