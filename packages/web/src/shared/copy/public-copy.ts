import { i18n } from '@lingui/core';
import './account-copy.ts';
import './contract-copy.ts';
import './explained-copy.ts';
import './pay-copy.ts';
import './payoff-copy.ts';
import './security-copy.ts';
import './signed-in-copy.ts';
import './step-up-copy.ts';
import { messages as guest } from './en/guest.po';
import { messages } from './en/public.po';

/**
 * Adds the sentences of pages that the server or the build draws, and of the forms that they share
 * with signed-in pages. Never loaded by a browser, so nothing is gained by parting them further.
 */
i18n.load('en', messages);
i18n.load('en', guest);
