import { describe } from 'vitest';
import { describeRotation } from '../../../testing/platform/keys/rotate-suite.ts';
import { openTestStore } from '../../../testing/test-store.ts';

describe('the rotation of keys (embedded)', () => {
  describeRotation(() => openTestStore('embedded'));
});
