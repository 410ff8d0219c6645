import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChargeTable } from '@roadbook/domain/wear/charge/charge-table';
import type { WearGuide } from '@roadbook/domain/wear/guide/guide';
import { inForceOn } from '@roadbook/domain/wear/guide/in-force';
import { openDayOf, servicingDayAt } from '../../book/day/business-day.ts';
import { csvLine, wearCsvRows } from '../../lease-end/wear-data/wear-csv-rows.ts';
import { WEAR_CSV_SENTENCES } from '../../lease-end/wear-data/wear-csv-sentences.ts';
import { CHARGES, GUIDES, type WearDataKind } from '../../lease-end/wear-data/wear-data-kind.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CommandRequest, Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

type WearRequest = Extract<CommandRequest, { readonly command: 'wear-data' }>;

/** Defects shown; a file with more has one cause. */
const SHOWN_MAX = 40;

/** Imports, lists or exports wear data. A file with a mistake changes nothing. */
export function runWearData(shell: Shell, request: WearRequest, say: Say): Promise<number> {
  return request.data === 'guide'
    ? run(GUIDES, shell, request, say)
    : run(CHARGES, shell, request, say);
}

function run<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  shell: Shell,
  { action }: WearRequest,
  say: Say,
): Promise<number> {
  switch (action.what) {
    case 'import':
      return importFile(kind, shell, action, say);
    case 'list':
      return list(kind, shell, say);
    case 'export':
      return exportRows(kind, shell, action, say);
  }
}

type Import = Extract<WearRequest['action'], { readonly what: 'import' }>;

/** Reads a file whole and stores it, or names every defect and stores nothing. */
async function importFile<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  shell: Shell,
  { file, as, effective }: Import,
  say: Say,
): Promise<number> {
  const info = await stat(file).catch(() => null);
  if (info?.isFile() !== true) {
    say.line(`There is no file ${file}. Name a CSV file with a ${kind.noun}.`);
    return NOTHING_DONE;
  }
  const value = readRows(kind, await readFile(file), say);
  if (value === null) return NOTHING_DONE;
  const renamed = { ...value, id: as ?? value.id, effectiveFrom: effective ?? value.effectiveFrom };
  const { id, version, effectiveFrom } = renamed;
  const known = (await kind.all(shell.store, shell.lender)).find(
    (each) => each.id === id && each.version === version,
  );
  const content = (each: T): string => JSON.stringify(kind.write(each));
  if (known !== undefined && content(known) === content(renamed)) {
    say.line(`Version ${version} of ${id} is there already, just so. Nothing was changed.`);
    return ALL_DONE;
  }
  const isFree = known === undefined;
  if (!isFree || !(await kind.store(shell.store, renamed, basename(file), shell.clock()))) {
    say.line(`Version ${version} of ${id} is there already with other content.`);
    say.line('What was saved with it must stay explainable: give the file a higher version.');
    return NOTHING_DONE;
  }
  say.line(`Version ${version} of the ${kind.noun} ${id} counts from ${effectiveFrom} on.`);
  await sayWhatHolds(kind, shell, id, say);
  return ALL_DONE;
}

function readRows<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  bytes: Buffer,
  say: Say,
): T | null {
  const rows = wearCsvRows(bytes);
  if ('rule' in rows) {
    say.line(`Line ${rows.lineNumber}: [${rows.rule}] Accepted: ${rows.accepted}.`);
  } else {
    const read = kind.read(rows);
    if (read.outcome === 'read') return read.value;
    for (const { lineNumber, column, rule, value, accepted } of read.defects.slice(0, SHOWN_MAX)) {
      say.line(`Line ${lineNumber}, column "${column}", value "${value}" [${rule}]`);
      say.line(`  ${WEAR_CSV_SENTENCES[rule]} Accepted: ${acceptedText(accepted)}`);
    }
    const more = read.defects.length - SHOWN_MAX;
    if (more > 0) say.line(`… and ${more} more`);
  }
  say.line('The file was refused. Nothing was stored.');
  return null;
}

function acceptedText(accepted: readonly string[]): string {
  const shown = accepted.map((each) => (each === '' ? '(empty)' : each));
  return shown.length === 0 ? 'see docs/recipes/wear-guides.md' : shown.join(', ');
}

/** Says which version of what was imported holds today, and whether the lender charges by it. */
async function sayWhatHolds<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  shell: Shell,
  id: string,
  say: Say,
): Promise<void> {
  const today = await todayOf(shell);
  const versions = (await kind.all(shell.store, shell.lender)).filter((each) => each.id === id);
  const holds = inForceOn(versions, today);
  say.line(
    holds === null
      ? `Nothing of ${id} holds today, ${today}.`
      : `Today, ${today}, version ${holds.version} of ${id} holds.`,
  );
  const own = kind.ownId(shell.lender.leaseEnd);
  if (own === id) return;
  say.line(`This lender charges by ${own}; ${id} is for comparison only.`);
  say.line(`To charge by it, import it with: --as ${own}`);
}

async function list<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  shell: Shell,
  say: Say,
): Promise<number> {
  const today = await todayOf(shell);
  const all = await kind.all(shell.store, shell.lender);
  const own = kind.ownId(shell.lender.leaseEnd);
  for (const { id, version, effectiveFrom, title } of all) {
    const sameId = all.filter((each) => each.id === id);
    const holds = inForceOn(sameId, today)?.version === version;
    const role = !holds ? '' : id === own ? '  in force, charges' : '  in force, for comparison';
    say.line(`${id}  version ${version}  from ${effectiveFrom}  ${title}${role}`);
  }
  return ALL_DONE;
}

type Export = Extract<WearRequest['action'], { readonly what: 'export' }>;

/** Writes the version in force, or the named one, as the CSV that an import reads. */
async function exportRows<T extends WearGuide | ChargeTable>(
  kind: WearDataKind<T>,
  shell: Shell,
  { id, version }: Export,
  say: Say,
): Promise<number> {
  const versions = (await kind.all(shell.store, shell.lender)).filter((each) => each.id === id);
  const found =
    version === null
      ? inForceOn(versions, await todayOf(shell))
      : versions.find((each) => each.version === version);
  if (found === undefined || found === null) {
    say.line(`There is no such ${kind.noun}. See which there are with "list".`);
    return NOTHING_DONE;
  }
  for (const cells of kind.write(found)) say.line(csvLine(cells));
  return ALL_DONE;
}

async function todayOf({ store, lender, clock }: Shell) {
  return (await openDayOf(store)) ?? servicingDayAt(lender, clock());
}
