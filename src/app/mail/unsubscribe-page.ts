import { pageForAnybody } from './plain-page.js';

export const PAGES = {
  ask: pageForAnybody('unsubscribeTitle', 'unsubscribe', 'unsubscribeButton'),
  done: pageForAnybody('unsubscribedTitle', 'unsubscribed'),
  unknown: pageForAnybody('unknownTitle', 'unknownUnsubscription'),
} as const;
