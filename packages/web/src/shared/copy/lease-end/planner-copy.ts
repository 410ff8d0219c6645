import { i18n } from '@lingui/core';
import './ask-copy.ts';
import './plan-copy.ts';
import './plan-rest-copy.ts';
import { messages as guide } from '../en/guide.po';
import { messages as keep } from '../en/keep.po';

/** Adds the sentences of the lease-end planner that anybody may open. */
i18n.load('en', guide);
i18n.load('en', keep);
