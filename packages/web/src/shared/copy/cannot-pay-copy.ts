import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/cannot-pay.po';

/** Adds the choices of whoever cannot pay all that is past due. */
i18n.load('en', messages);
