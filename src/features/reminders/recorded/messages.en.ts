import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  recorded: {
    subject: 'Your details are kept by {region}',
    purpose:
      'We use your details to support parent networks, and to reach you if you take part in one. The work of the region with parents needs that. It is why we may do so before you said yes: a task that the law gives, or else a legitimate interest of the organisation below. Nobody lets a computer decide anything about you. We ask you nothing with this message.',
    seen: 'The coordinators of the region see these details. The national office sees them too, but not how to reach you or what the coordinator noted. If you take part in a parent network, its trekkers and the organisation that supports it see that you do, and your name. They see how to reach you only once you say yes to that. If you have a seat in an advisory group, whoever fills its seats sees your name and how to reach you. We pass nothing on to others.',
    howLong:
      'We keep this for as long as you take part, and at most 24 months after that. If you take part in nothing, we keep it for at most 24 months.',
    rights:
      'You may see what we keep of you. You may have it corrected or removed, and you may ask us not to use it for now. You may also object to what we do. Do you think that we do it wrong? Then you can complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).',
    kept: 'This is what we keep of you:',
    question: 'Is something wrong, or would you rather not have us keep this?',
    why: 'You get this message because we have to tell you that we keep details of you.',
  },
  recordedFrom: {
    LIST: 'On {on, date} a coordinator of {region} processed a list of parents that you were on. Since then we keep details of you.',
    COORDINATOR: 'On {on, date} a coordinator of {region} registered you. Since then we keep details of you.',
    NETWORK:
      'On {on, date} somebody who helps {network, select, null {a parent network} other {{network}}} registered you there. Since then we keep details of you in {region}.',
  },
  recordedKept: {
    NAME: 'your name',
    EMAIL: 'your email address',
    PHONE: 'your telephone number',
    MUNICIPALITY: 'your municipality',
    LANGUAGE: 'the language in which we write to you',
    PERSPECTIVES: 'that you are a parent or carer, or involved with parents otherwise',
    FORMS: 'in which way you wish to take part, and when you can',
    NETWORK:
      '{network, select, null {that you were a member of a parent network} other {that you are a member of {network}}}',
    TREKKER: 'that you lead or led a parent network',
    SEAT: 'that you have or had a seat in an advisory group',
    SCHOOL:
      'what kind of school your child goes to and in which year, or only when your child leaves it. We keep nothing more of your child',
    NOTE: 'a note of the coordinator, which you may read',
  },
} as const satisfies SameKeys<typeof nl>;
