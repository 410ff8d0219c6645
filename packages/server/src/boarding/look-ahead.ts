import type { Ex102Item } from './read/boarding-item.ts';

/** What was looked at already, and then the rest of the file. */
export async function* lookedAt(
  first: readonly Ex102Item[],
  rest: AsyncIterator<Ex102Item>,
  failure: unknown,
): AsyncGenerator<Ex102Item, void, void> {
  try {
    yield* first;
    if (failure !== null) throw failure;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
