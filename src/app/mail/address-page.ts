import { pageForAnybody } from './plain-page.js';

export const ADDRESS_PAGES = {
  WAITS: pageForAnybody('confirmTitle', 'confirm', 'confirmButton'),
  CONFIRMED: pageForAnybody('confirmedTitle', 'confirmed'),
  OVER: pageForAnybody('expiredTitle', 'overAddress'),
  unknown: pageForAnybody('unknownTitle', 'unknownAddress'),
  tooFast: pageForAnybody('tooFastTitle', 'tooFast'),
} as const;
