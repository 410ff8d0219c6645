import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/step-up.po';

/** Adds the sentences of a fresh proof of who one is. */
i18n.load('en', messages);
