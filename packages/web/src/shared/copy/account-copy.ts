import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/account.po';

/** Adds the sentences of details and bank accounts. */
i18n.load('en', messages);
