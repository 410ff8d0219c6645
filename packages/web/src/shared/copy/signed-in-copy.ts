import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/signed-in.po';

/** Adds what stands around every signed-in page, and what is said when one fails. */
i18n.load('en', messages);
