import { dayIn } from './days.js';
import type { Field, ImportKind } from './fields.js';
import { isKnownColumn, isOfChild, proposedMapping, takenTwice } from './mapping.js';
import { namePartsOf } from './name-parts.js';
import { schoolingIn } from './schooling.js';
import { SECTORS, wordsIn } from './words.js';

test.each<[string, Field]>([
  ['Voornaam', 'GIVEN_NAME'],
  ['ROEPNAAM', 'GIVEN_NAME'],
  ['tussenv.', 'INFIX'],
  ['Tussenvoegsel(s)', 'INFIX'],
  ['Achternaam', 'FAMILY_NAME'],
  ['Naam', 'NAME'],
  ['Naam ouder', 'NAME'],
  ['E-mailadres', 'EMAIL'],
  ['E-mail (privé)', 'EMAIL'],
  ['Mobiel', 'PHONE'],
  ['06-nummer', 'PHONE'],
  ['Tel.nr.', 'PHONE'],
  ['Gemeente', 'MUNICIPALITY'],
  ['Taal', 'LANGUAGE'],
  ['Opmerkingen', 'NOTE'],
  ['Groep', 'YEAR_LEVEL'],
  ['Groep/klas', 'YEAR_LEVEL'],
  ['Soort onderwijs', 'SCHOOL_STAGE'],
  ['Schooljaar', 'SCHOOL_YEAR'],
  ['Lid sinds', 'MEMBER_SINCE'],
  ['Oudernetwerk', 'NETWORK'],
  ['First name', 'GIVEN_NAME'],
  ['Surname', 'FAMILY_NAME'],
  ['Member since', 'MEMBER_SINCE'],
])('a column called %s holds %s', (name, field) => {
  expect(isKnownColumn(name, 'MEMBERS')).toBe(true);
  expect(proposedMapping([name], 'MEMBERS')).toEqual([field]);
});

test.each<[ImportKind, string, readonly (Field | null)[]]>([
  [
    'NETWORKS',
    'Naam, Soort, Doelgroep, Ondersteuner 1, Ondersteuner 2, Voornaam trekker, Achternaam trekker, Tel. trekker',
    ['NETWORK', 'SECTOR', null, 'SUPPORT', null, 'GIVEN_NAME', 'FAMILY_NAME', 'PHONE'],
  ],
  ['NETWORKS', 'Network, Theme, Lead, Since', ['NETWORK', 'THEME', 'NAME', 'TREKKER_SINCE']],
  [
    'ACTIVITIES',
    'Oudernetwerk, Datum, Type, Onderwerp, Opkomst, Aantal kinderen',
    ['NETWORK', 'DAY', 'ACTIVITY_KIND', 'TITLE', 'ATTENDANCE', null],
  ],
  ['ACTIVITIES', 'Network, Date, Title, Attendance', ['NETWORK', 'DAY', 'TITLE', 'ATTENDANCE']],
  [
    'BODIES_AND_SEATS',
    'Adviesraad, Gemeente, Functie, Geleding, Lid, Mobiel, Benoemd op, Treedt af, Termijn',
    ['BODY', 'ORGANISATION', 'SEAT', 'CONSTITUENCY', 'NAME', 'PHONE', 'TERM_FROM', 'TERM_UNTIL', 'TERM'],
  ],
  [
    'BODIES_AND_SEATS',
    'Council, Role, Perspective, Name, From, Until',
    ['BODY', 'SEAT', 'PERSPECTIVE', 'NAME', 'TERM_FROM', 'TERM_UNTIL'],
  ],
])('in a list of %s, %s are what they say', (kind, columns, mapping) => {
  expect(proposedMapping(columns.split(', '), kind)).toEqual(mapping);
});

test.each<[string, readonly string[]]>([
  ['Basisonderwijs', ['PO']],
  ['PO en VO', ['PO', 'VO']],
  ['middelbare school', ['VO']],
  ['middelbaar beroepsonderwijs', ['MBO']],
  ['jeugdzorg', ['JEUGD']],
  ['jeugd, zorg', ['JEUGD', 'ZORG']],
  ['muziek', []],
])('%s speaks of %j', (text, sectors) => {
  expect(wordsIn(text, SECTORS)).toEqual(sectors);
});

test.each(['Kleur', 'Lidnummer', '', 'Woonplaats', 'constructor', 'toString'])('%j is left out', (name) => {
  expect(proposedMapping([name], 'MEMBERS')).toEqual([null]);
});

test.each(['Naam kind', 'Geboortedatum', 'Geb.datum', 'BSN', 'Diagnose', 'Voornaam zoon', 'Leerlingnummer'])(
  '%s is never taken in, whatever a region said before',
  (name) => {
    expect(isOfChild(name)).toBe(true);
    expect(proposedMapping([name], 'PEOPLE', { [name.toLowerCase()]: 'NOTE' })).toEqual([null]);
  },
);

test.each<[readonly string[], readonly (Field | null)[]]>([
  [
    ['Voornaam', 'Naam'],
    ['GIVEN_NAME', 'FAMILY_NAME'],
  ],
  [
    ['Naam', 'Voornaam', 'Achternaam'],
    [null, 'GIVEN_NAME', 'FAMILY_NAME'],
  ],
  [
    ['Telefoon', 'Mobiel', 'Mail', 'E-mail'],
    ['PHONE', 'PHONE', 'EMAIL', null],
  ],
  [
    ['Naam', 'Netwerk', 'Sinds'],
    ['NAME', null, null],
  ],
])('%j of a list of people are %j', (columns, mapping) => {
  expect(proposedMapping(columns, 'PEOPLE')).toEqual(mapping);
});

test('what a region said of a column goes before', () => {
  expect(
    proposedMapping(['Woonplaats', 'Groep'], 'PEOPLE', { woonplaats: 'MUNICIPALITY', groep: null }),
  ).toEqual(['MUNICIPALITY', null]);
  expect(takenTwice(['EMAIL', 'PHONE', 'PHONE', 'EMAIL'])).toBe('EMAIL');
  expect(takenTwice(['EMAIL', 'NOTE', 'NOTE', null, null])).toBeNull();
});

test.each<[string, string | null]>([
  ['Jan van den Berg', 'Jan|van den|Berg'],
  ['Berg, Jan van den', 'Jan|van den|Berg'],
  ['van den Berg, Jan', 'Jan|van den|Berg'],
  ['Anna Bos', 'Anna||Bos'],
  ['Jan Peter Bos', 'Jan Peter||Bos'],
  ['J.P. de Wit', 'J.P.|de|Wit'],
  ['Anna van der Meer-Jansen', 'Anna|van der|Meer-Jansen'],
  ['Maria van ’t Hof', 'Maria|van ’t|Hof'],
  ['Jan  v.d.  Berg', 'Jan|v.d.|Berg'],
  ['Fatima El Amrani', 'Fatima||El Amrani'],
  ['Eva de Vries van Dam', 'Eva|de|Vries van Dam'],
  ['Mevr. A. de Boer', 'A.|de|Boer'],
  ['Jan', null],
  ['Fam. Jansen', null],
  ['Familie de Vries', null],
  [', Jan', null],
  ['Bos,', null],
  ['', null],
])('%j is %s', (written, parts) => {
  const found = namePartsOf(written);
  expect(found && [found.givenName, found.infix ?? '', found.familyName].join('|')).toBe(parts);
});

test.each<[string, string | null]>([
  ['31-12-2024', '2024-12-31'],
  ['1/9/24', '2024-09-01'],
  ['1.9.1999', '1999-09-01'],
  ['2024-02-29', '2024-02-29'],
  ['2024-02-29 00:00:00', '2024-02-29'],
  ['1 sept. 2024', '2024-09-01'],
  ['12 mrt 2024', '2024-03-12'],
  ['mei 2023', '2023-05-01'],
  ['2021', '2021-01-01'],
  ['45536', '2024-09-01'],
  ['29-02-2023', null],
  ['31-11-2024', null],
  ['12-31-2024', null],
  ['gisteren', null],
  ['1 foo 2024', null],
  ['99999', null],
])('%j is the day %s', (written, day) => {
  expect(dayIn(written)?.toString() ?? null).toBe(day);
});

test.each<[string, string | null]>([
  ['Groep 7', 'BO 7'],
  ['gr. 7', 'BO 7'],
  ['7', '? 7'],
  ['2 havo', 'HAVO 2'],
  ['vmbo-t klas 3', 'VMBO 3'],
  ['VWO', 'VWO ?'],
  ['klas 1', '? 1'],
  ['brugklas', '? 1'],
  ['SBO groep 6', 'SBO 6'],
  ['vso', 'VSO ?'],
  ['praktijkonderwijs 2', 'PRO 2'],
  ['mbo 4', 'MBO4 ?'],
  ['speciaal onderwijs', 'SO ?'],
  ['groep 7/8', null],
  ['weet niet', null],
  ['', null],
])('%j is %s', (written, said) => {
  const found = schoolingIn(written);
  expect(found && `${found.stage ?? '?'} ${found.yearLevel ?? '?'}`).toBe(said);
});
