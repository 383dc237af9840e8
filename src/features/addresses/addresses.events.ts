declare module '../../kernel/event.js' {
  interface EventSubjects {
    mailAddress: { subjectType: 'Account' | 'Person' | 'Organisation' };
  }

  interface EventDetails {
    'mailAddress.asked': { changeId: string };
    'mailAddress.confirmed': { changeId: string };
    /** `isTold` is false if the owner removed it themselves, once more on a day with many changes */
    'mailAddress.removed': { changeId: string; isTold: boolean };
  }
}

export {};
