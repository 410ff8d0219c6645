import { formatter } from '@lingui/format-po';

/** Every sentence has an explicit id; translators work in the .po files and never meet the code. */
export default {
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: ['planner', 'walk', 'problem', 'account', 'desk'].map((part) => ({
    path: `<rootDir>/src/shared/copy/{locale}/${part}`,
    include: ['<rootDir>/src'],
  })),
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
};
