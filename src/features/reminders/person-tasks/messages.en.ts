import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  personTaskSubjects: {
    DIED: 'A parent who took part in your region has died',
    STOPPED: 'A parent who took part in your region has stopped',
    DEATH_TAKEN_BACK: 'A parent of your region has not died: that was a mistake',
    STOP_TAKEN_BACK: 'A parent in your region goes on after all',
    MOVED_AWAY: 'A parent of your region moves away',
    MOVED_HERE: 'A parent has moved to your region',
    MOVE_TAKEN_BACK: 'A parent of your region has not moved after all',
    REGION_CHANGES: 'The municipality of parents comes under another region',
    CHANGE_IS_OFF: 'The municipality of parents stays with your region after all',
  },
  personTasks: {
    DIED: 'A parent who took part in your region has died. All that this parent did there has been ended.',
    STOPPED:
      'A parent who took part in your region has stopped with everything. What this parent did there has been ended too.',
    DEATH_TAKEN_BACK:
      'By mistake it was on record that a parent had died. That has been put right. What was ended in your region goes on, unless it was arranged otherwise by then.',
    STOP_TAKEN_BACK:
      'A parent who had stopped with everything goes on after all. What was ended in your region goes on, unless it was arranged otherwise by then.',
    MOVED_AWAY:
      'A parent of your region moves to another region. You are there for this parent until they say that we may tell the new region who is coming.',
    MOVED_HERE:
      'A parent has moved to your region. They agree that you know, or take part in your region already. From now on you are there for this parent.',
    MOVE_TAKEN_BACK:
      'By mistake it was on record that a parent of your region had moved. That has been put right: you are there for this parent again.',
    REGION_CHANGES:
      'The municipality of one or more parents of your region comes under another region. No mail reaches them. Will you tell them by letter or telephone?',
    CHANGE_IS_OFF:
      'You told one or more parents that their municipality comes under another region. That is off. Will you tell them that too, by letter or telephone?',
  },
  personTaskNext: {
    worklist: 'Your worklist says who it is, and what you can do.',
    why: 'You get this message because you coordinate a region where this parent took part.',
    whyTheirs: 'You get this message because you coordinate the region of this parent.',
  },
} as const satisfies SameKeys<typeof nl>;
