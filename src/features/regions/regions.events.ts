declare module '../../kernel/event.js' {
  interface EventSubjects {
    theme: { subjectType: 'Theme' };
    schoolHoliday: { subjectType: 'SchoolHoliday' };
    municipality: { subjectType: 'Municipality' };
    themeProposal: { subjectType: 'ThemeProposal' };
    regionAgreement: { subjectType: 'RegionAgreement' };
  }

  interface EventDetails {
    'theme.created': { fields: readonly string[] };
    'theme.updated': { fields: readonly string[] };
    'schoolHoliday.set': {
      schoolYear: string;
      kind: string;
      holidayRegion: string;
      from: string;
      until: string;
    };
    'schoolHoliday.removed': { schoolYear: string; kind: string; holidayRegion: string };
    'municipality.placed': { holidayRegion: string };
    'themeProposal.submitted': Record<string, never>;
    /** null: it was declined */
    'themeProposal.decided': { themeId: string | null };
    /** by the region of the subject, to the region with this id */
    'regionAgreement.asked': { subjectId: string; regionId: string };
    'regionAgreement.agreed': Record<string, never>;
    'regionAgreement.declined': Record<string, never>;
    'regionAgreement.withdrawn': Record<string, never>;
    'regionAgreement.ended': { on: string };
  }
}

export {};
