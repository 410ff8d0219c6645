/** Rules about where things are: queries in their rooms, rooms that can be looked over. */
import { isTest, isTypeScript, withoutComments } from './file-kinds.ts';
import type { TidyRule } from './tidy-rule.ts';

/** The text of a query, at the beginning of a string. */
const query =
  /['"`]\s*(?:select\s|insert into\s|update \w+ (?:\w+ )?set\s|delete from\s|truncate\s|with \w+ (?:\([^)]*\) )?as \(|(?:alter|create|drop|lock) table\s|copy \w+)/;

const mayQuery = (path: string): boolean =>
  path.endsWith('.sql.ts') ||
  /^packages\/server\/src\/(?:book|platform\/database)\//.test(path) ||
  isTest(path);

const queries: TidyRule = {
  name: 'a-query-is-found-where-queries-are',
  lesson:
    'A query stands in a file named *.sql.ts beside what needs it, in book/ or in platform/database, so that who changes a table finds every reader. Give it a name there and call that.',
  find: (tree) =>
    [...tree]
      .filter(([path]) => /^packages\/[^/]+\/src\//.test(path) && isTypeScript(path))
      .filter(([path]) => !mayQuery(path))
      .flatMap(([path, text]) => {
        const found = query.exec(withoutComments(text));
        if (found === null) return [];
        const line = text.slice(0, found.index).split('\n').length;
        return [{ path, line, what: 'holds the text of a query' }];
      }),
  bad: [
    { 'packages/server/src/people/a.ts': "await store.query('select 1 as one');" },
    {
      'packages/server/src/people/a.ts': 'statement(\n  `\n  update session s set last_seen = $1`',
    },
    { 'packages/server/src/cli/b.ts': "tx.query('insert into login values ($1)')" },
    { 'packages/server/src/http/c.ts': '`with f as (select 1)`' },
  ],
  good: {
    'packages/server/src/people/session.sql.ts': "query('delete from session')",
    'packages/server/src/book/read/a.ts': "query('select 1')",
    'packages/server/src/people/session.test.ts': "query('select 1')",
    'packages/server/src/demo/a.ts': "const action = 'update'; // 'select a from b'",
    'packages/web/src/a.ts': "const labels = ['select', 'insert into'];",
  },
};

const roomiest = 25;

const rooms: TidyRule = {
  name: 'a-folder-can-be-looked-over',
  lesson: `A folder of src holds at most ${roomiest} source files, tests not counted: more than that nobody takes in at a glance. Find the two ideas in it and give each a folder.`,
  find: (tree) => {
    const files = new Map<string, number>();
    for (const path of tree.keys()) {
      if (!/^packages\/[^/]+\/src\//.test(path) || !isTypeScript(path) || isTest(path)) continue;
      const folder = path.slice(0, path.lastIndexOf('/'));
      files.set(folder, (files.get(folder) ?? 0) + 1);
    }
    return [...files]
      .filter(([, count]) => count > roomiest)
      .map(([path, count]) => ({ path, what: `holds ${count} source files` }));
  },
  bad: [
    Object.fromEntries(
      Array.from({ length: roomiest + 1 }, (_, n) => [`packages/domain/src/loan/rule-${n}.ts`, '']),
    ),
  ],
  good: Object.fromEntries(
    Array.from({ length: roomiest }, (_, n) => [
      [`packages/domain/src/loan/rule-${n}.ts`, ''],
      [`packages/domain/src/loan/rule-${n}.test.ts`, ''],
      [`packages/domain/src/loan/deeper/rule-${n}.ts`, ''],
    ]).flat(),
  ),
};

export const placeRules: TidyRule[] = [queries, rooms];
