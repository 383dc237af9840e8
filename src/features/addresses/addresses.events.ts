import type { AddressOwner } from './address-owner.js';

declare module '../../kernel/event.js' {
  interface EventSubjects {
    mailAddress: { subjectType: AddressOwner['subjectType'] };
  }

  interface EventDetails {
    'mailAddress.asked': { changeId: string };
    'mailAddress.confirmed': { changeId: string };
    /** `isTold` is false if the owner removed it themselves, once more on a day with many changes */
    'mailAddress.removed': { changeId: string; isTold: boolean };
  }
}
