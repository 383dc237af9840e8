declare module '../../kernel/event.js' {
  interface EventSubjects {
    mailAddress: { subjectType: 'Account' | 'Person' | 'Organisation' };
  }

  interface EventDetails {
    'mailAddress.asked': { changeId: string };
    'mailAddress.confirmed': { changeId: string };
    'mailAddress.removed': { changeId: string };
  }
}

export {};
