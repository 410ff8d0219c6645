import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/give-back.po';

/** Adds what is said of a leased car on its way back: our price, the receipt and the bill. */
i18n.load('en', messages);
