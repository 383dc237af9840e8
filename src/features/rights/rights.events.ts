import type { ErasureReason } from './erasure/erasure.entity.js';

declare module '../../kernel/event.js' {
  interface EventDetails {
    /** what was kept of them is erased before the commit */
    'person.erased': { reason: ErasureReason };
  }
}
