import { formatter } from '@lingui/format-po';

/** Every sentence has an explicit id; translators work in the .po files and never meet the code. */
export default {
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [
    ...[
      'everywhere',
      'signed-in',
      'contract',
      'overview',
      'explained',
      'pay',
      'payoff',
      'history',
      'odometer',
      'cannot-pay',
      'account',
      'step-up',
      'security',
      'public',
      'guest',
      'guide',
      'ask',
      'plan',
      'plan-rest',
      'keep',
      'own-plan',
      'own-plan-rest',
      'give-back',
      'next-step',
      'own-next-step',
      'walk',
      'appointments',
      'problem',
      'register',
      'desk',
    ].map((part) => ({
      path: `<rootDir>/src/shared/copy/{locale}/${part}`,
      include: ['<rootDir>/src'],
    })),
    // Letters are written by the server, which reads this catalogue when it starts.
    {
      path: '<rootDir>/../server/src/letters/copy/{locale}/post',
      include: ['<rootDir>/../server/src/letters'],
    },
  ],
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
};
