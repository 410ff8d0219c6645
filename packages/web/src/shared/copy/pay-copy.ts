import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/pay.po';

/** Adds the sentences of paying, from the amount to the receipt. */
i18n.load('en', messages);
