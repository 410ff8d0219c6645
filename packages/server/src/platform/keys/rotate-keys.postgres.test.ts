import { describe } from 'vitest';
import { describeRotation } from '../../../testing/platform/keys/rotate-suite.ts';
import { openOrdinaryRoleStore } from '../../../testing/test-store.ts';
import { migrate } from '../database/migrate.ts';

describe('the rotation of keys (PostgreSQL, by the owner who may not edit changes)', () => {
  describeRotation(async () => {
    const opened = await openOrdinaryRoleStore();
    await migrate(opened.store);
    return opened;
  });
});
