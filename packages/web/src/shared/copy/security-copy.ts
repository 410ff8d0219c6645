import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/security.po';

/** Adds the sentences of the page about passwords, passkeys and sessions. */
i18n.load('en', messages);
