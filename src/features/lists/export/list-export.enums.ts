import { describedEnum } from '../../../graphql/connections.js';

export const ListKind = describedEnum('ListKind', 'What a list is of.', {
  MEMBERS: 'The members of a network today.',
  NETWORKS: 'Networks.',
  ROOSTER: 'Rooster van aftreden (retirement schedule): who holds the seats of a body, and until when.',
  SEATS: 'Seats of advisory bodies.',
  WORKLIST: 'What there is to do, most urgent first.',
  SUPPORT: 'Organisations, each with the networks that it supports today.',
  EXPERTS: 'Ervaringsdeskundigen by their pseudonym.',
});

export const ListPurpose = describedEnum(
  'ListPurpose',
  'What a list is taken along for. It decides which columns the list has, and who may take it along.',
  {
    CALL: 'To call people: name and telephone number.',
    WRITE: 'To write to people: name and email address.',
    ATTENDANCE: 'To tick off who is there: names only.',
    OVERVIEW: 'To know what there is: nothing of any person.',
    CONTINUITY: 'To talk about how safe networks are.',
    RETIREMENT: 'To plan who follows when terms end: names of holders.',
    VACANCIES: 'To fill seats: which are vacant, or soon will be.',
    WORK_MEETING: 'To divide the work among colleagues.',
    MATCHING: 'To look for somebody who fits a seat, without knowing who they are.',
  },
);

export const ListFormat = describedEnum('ListFormat', 'Format of a list.', {
  CSV: 'Text with semicolons, in UTF-8, that spreadsheet programs open as a table.',
  XLSX: 'Workbook.',
});

export type Kind = keyof typeof ListKind;
export type Purpose = keyof typeof ListPurpose;
export type Format = keyof typeof ListFormat;
