import type { Queryable } from './store.ts';

/** A database role that may edit what happened, and why it may. */
export type Editor = { readonly role: string; readonly isSuperuser: boolean };

/**
 * The role we work as, when the database would let it edit entries, or null when it would not. A
 * superuser passes every check of privileges, and a dump may have come back without them, so the
 * database is asked what holds and not what a migration once revoked.
 */
export async function roleThatMayEdit(store: Queryable): Promise<Editor | null> {
  const [row] = await store.query<{ role: string; is_superuser: boolean }>(
    `select rolname::text as role, rolsuper as is_superuser from pg_roles
     where rolname = current_user and exists (
       select from unnest(array['entry', 'posting']) as t (name)
       where has_table_privilege(t.name, 'update, delete, truncate'))`,
  );
  return row === undefined ? null : { role: row.role, isSuperuser: row.is_superuser };
}

/** One line for the operator: what is not protected, and how it becomes so. */
export function editorWarning({ role, isSuperuser }: Editor): string {
  return isSuperuser
    ? `Warning: the database role "${role}" is a superuser, which PostgreSQL lets edit entries. ` +
        'Give Roadbook an ordinary role that owns its database: see "Run it" in README.md.'
    : `Warning: the database role "${role}" may edit entries. As the owner of the tables run: ` +
        `revoke update, delete, truncate on entry, posting from "${role}";`;
}
