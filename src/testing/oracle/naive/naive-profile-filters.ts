import { isPaused, stateOn } from './naive-days.js';
import { type NaiveRows, type Row, uuidOf } from './naive-rows.js';

type Test = (row: Row) => boolean;

/** The columns that contain a list, by the filter that asks for one of its items. */
const LISTS: Readonly<Record<string, string>> = {
  domain: 'domains',
  level: 'levels',
  dayPart: 'dayParts',
  meetingForm: 'meetingForms',
  participationForm: 'participationForms',
};

/** What each filter of ervaringsdeskundigen lets through, in memory. */
export function profileTest(
  rows: NaiveRows,
  name: string,
  value: unknown,
  today: string,
  regionsAt: (id: unknown) => ReadonlySet<string>,
  seatsTold: (profile: Row) => number,
): Test {
  const list = LISTS[name];
  if (list) return (profile) => (profile[list] as unknown[]).includes(value);
  switch (name) {
    case 'bringsOthersExperience':
    case 'connectsWithProfessionals':
      return (profile) => profile[name] === value;
    case 'language':
      return ({ languages }) => (languages as string[]).includes(String(value).toLowerCase());
    case 'regionId': {
      const regions = regionsAt(value);
      return ({ regionId }) => regions.has(regionId as string);
    }
    case 'themeId': {
      const wide = uuidOf(value);
      const chosen = rows.all('Theme').filter(({ id, parentId }) => id === wide || parentId === wide);
      const ids = new Set(chosen.map(({ id }) => id as string));
      const links = rows.all('profileThemes').filter(({ themeId }) => ids.has(themeId as string));
      const profiles = new Set(links.map(({ ervaringsdeskundigeId }) => ervaringsdeskundigeId as string));
      return ({ id }) => profiles.has(id as string);
    }
    case 'training': {
      const { title, state } = value as { title?: string | null; state?: string | null };
      const having = rows.all('Training').filter((training) => {
        const now = stateOn(training, today);
        return (
          now !== null &&
          (title == null || training.titleNorm === folded(title)) &&
          (state == null || now === state)
        );
      });
      const profiles = new Set(having.map(({ ervaringsdeskundigeId }) => ervaringsdeskundigeId as string));
      return ({ id }) => profiles.has(id as string);
    }
    case 'available':
      return (profile) =>
        (!isPaused(profile, today) &&
          (profile.maxSeats === null || seatsTold(profile) < profile.maxSeats)) === value;
    default:
      throw new Error(`a filter that is not known here: ${name}`);
  }
}

/** Lower case without accents, as far as titles here go. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
