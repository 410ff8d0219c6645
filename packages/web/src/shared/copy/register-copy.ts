import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/register.po';

/** Adds the words of opening an account: its pages are drawn by the build, not by a browser. */
i18n.load('en', messages);
