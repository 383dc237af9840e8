import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    CODE_TAKEN: 'This code is already in use.',
    BAD_KEY: 'Use capitals, digits and _, starting with a letter. At most 40 characters.',
    THEME_RETIRED: 'This theme is no longer in use. Choose another one.',
    BELOW_ANOTHER: 'This theme is itself below another one. Choose a theme that is not below any other.',
    BAD_SCHOOL_YEAR: '"{value}" is not a school year. Write, for example, 2026-2027.',
    HOLIDAY_SET: 'This holiday has just been recorded already. Look first at what there is.',
    HOLIDAY_TOO_LONG: 'This holiday lasts at most {most} days. Choose a last day no later than {last, date}.',
    HOLIDAYS_OVERLAP:
      'On (some of) these days there is a holiday already{kind, select, HERFST {: the autumn holiday} KERST {: the Christmas holiday} VOORJAAR {: the spring holiday} MEI {: the May holiday} ZOMER {: the summer holiday} other {}}, from {from, date} until {until, date}. Choose other days, or change that holiday first.',
    HAS_THEMES_BELOW: 'Other themes are below this one, so it cannot be below another theme itself.',

    THEME_EXISTS: 'This theme is in the list already: {theme}.',
    ALREADY_PROPOSED: 'This theme was proposed just now.',
    ONE_THEME: 'Choose an existing theme or make a new one. Not both.',

    OWN_REGION: 'This is its own region, or part of it. That takes no agreement.',
    WHOLE_COUNTRY: 'Agree with a region, not with the whole country.',
    ALREADY_AGREED:
      'For these days, or some of them, there is an agreement with this region already, or a question that is still open.',
    REGION_ASKED:
      'For these days, or some of them, this region was asked already to work together, or to take the network over. Wait for the answer, or withdraw that question. Working together until the day of the move is fine: give a last day.',
    ALREADY_DECIDED: 'This question was settled on {on, date}.',
    OWN_QUESTION: 'You asked this yourself. Another coordinator of the region decides.',
    AGREEMENT_OVER: 'This was asked for the days until {on, date}. Let the other region ask again.',
    NOT_AGREED: 'There is no agreement that is in force or yet to begin.',
  },
} as const satisfies SameKeys<typeof nl>;
