import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    FILE_TOO_LARGE:
      'This file is larger than {limit} MB. Leave out pictures and sheets that do not belong to it, or divide the list into several files.',
    FILE_EMPTY: 'This file is empty. Choose a file with a row of column names and the list below it.',
    FILE_NOT_A_LIST:
      'This file is not a list. Save the list as XLSX (Excel) or as CSV, and choose that file.',
    FILE_OLD_EXCEL:
      'This is an old kind of Excel file (.xls). Open it, choose Save as, and save it as an Excel workbook (.xlsx).',
    FILE_ENCRYPTED: 'This file has a password. Open it, remove the password, and save it again.',
    FILE_DAMAGED: 'This file is damaged. Open it in Excel or LibreOffice, and save it there again as XLSX.',
    FILE_UNPACKS_TOO_LARGE:
      'Unpacked, this file is larger than {limit} MB. Copy only the list to a new, empty file.',
    FILE_ENTITIES:
      'This file has references that do not belong in a list. Open it in Excel or LibreOffice, and save it there again as XLSX.',
    FILE_NOT_TEXT:
      'Row {row} cannot be read. Save the list again as XLSX, or as CSV with the character set UTF-8.',
    FILE_QUOTE_OPEN:
      'In row {row} a quotation mark begins that ends nowhere. Remove it, or put a second one behind it.',
    FILE_ROW_TOO_LONG: 'Row {row} does not end. Is there one quotation mark too many? Remove it.',
    FILE_TOO_MANY_ROWS:
      'This file has more than {limit} rows. Remove empty rows at the end, or divide the list into several files.',
    FILE_TOO_MANY_COLUMNS:
      'Row {row} has {actual} columns, more than the {limit} that there may be. Keep only the columns that you need.',
    FILE_CELL_TOO_LONG: 'Row {row}, column {column} holds more than {limit} characters. Shorten the text.',
    FILE_FORMULA:
      'Row {row}, column {column} holds a formula. Copy the list, paste it as values, and save the file again.',
    FILE_BAD_DAY: 'Row {row}, column {column} holds a date that does not exist. Write a date as 2026-12-31.',
    FILE_BAD_HEADER:
      'In row {row}, column {column} a column is called {name}. Give it an ordinary name, such as Given name.',
    FILE_HEADER_TWICE:
      'In row {row} the columns {other} and {column} are both called {name}. Give each a name of its own, or leave one out.',
    FILE_NO_HEADER:
      'This file has no row of column names. Put above the list what each column is called, such as Given name and Family name.',
    FILE_NO_ROWS: 'There is nothing below the column names in row {row}. Put the list there.',
    NAME_NOT_WHOLE:
      'It is not clear what is the given name in {name}, and what the family name. Write for instance Jan van den Berg, or use two columns.',
    NOT_A_DAY: '{value} is not a date that we know. Write for instance 2026-12-31.',
    UNKNOWN_PERSPECTIVE: 'We do not know {value}. Choose parent, young person or professional.',
    UNKNOWN_SCHOOLING:
      'There is no type of education or year in {value}. Write for instance Groep 7 or 2 havo.',
    UNKNOWN_MUNICIPALITY:
      '{name} is not a municipality of this region. Write the name as the municipality does.',
    UNKNOWN_NETWORK:
      '{name} is not the name of exactly one parent network of this region. Write the name as it stands with the network.',
    UNKNOWN_BODY:
      '{name} is not the name of exactly one body of this region. Write the name as it stands with the body.',
    UNKNOWN_BODY_KIND:
      'It is not clear from {value} what kind of body it is. Choose adviesraad, beleidstafel, OPR, cliëntenraad, ouderraad, klankbordgroep or netwerkgroep.',
    UNKNOWN_ACTIVITY_KIND:
      '{value} is no kind of activity that we know. Choose meeting, café, contact, training or other.',
    UNKNOWN_SECTOR:
      'There is no sector in {value}. Choose primary education, secondary education, mbo, youth or health.',
    UNKNOWN_THEME: '{name} is not a theme of our list. Write a theme as it is called there, or leave it out.',
    UNKNOWN_ORGANISATION:
      '{name} is not the name of exactly one organisation. Write the name as it stands with the organisation, or record the organisation first.',
    NOT_A_NUMBER: '{value} is not a whole number. Write the number alone, such as 12.',
    TERM_DIFFERS:
      'The list says that this is term {said}, but with what is known it is term {actual}. Put the terms before it in the list too, or leave this column out.',
    ROW_TWICE:
      'This row has the same {what, select, person {person} other {thing}} as row {row}. Leave one of the two out.',
    NO_NETWORK_OF_LIST:
      'A network belongs to a list of members or of activities only. Choose such a kind of list, or leave the network out.',
    COLUMN_OF_CHILD:
      'This column is about a child or a citizen service number. We do not keep that: leave the column out.',
    FIELD_OF_OTHER_LIST:
      'This does not belong in this kind of list. Leave the column out, or start a new import of the kind of list in which it does.',
    FIELD_TWICE: 'Two columns are the same. Choose one, and leave the other out.',
    IMPORT_ELSEWHERE:
      'That is not possible now: {state, select, AWAITING_FILE {the file is not there yet} JUDGING {the rows are still being judged} READY {the list is not recorded yet} APPLYING {the list is being recorded} REVERTING {what was recorded is being taken back} APPLIED {the list is recorded} UNDOING {the list is being taken back} DISCARDED {the list was thrown away} other {the list was taken back}}.',
    IMPORTS_OPEN:
      '{whose, select, account {You have} other {Your region has}} {limit} lists already that are not recorded yet. Record one of them first, or throw one away.',
    ROW_NOT_DOUBTFUL: 'There is nobody to choose for this row. You can only leave it out.',
    ROWS_UNDECIDED:
      '{count, plural, one {One row waits} other {# rows wait}} to be decided, beginning with row {row}. Choose who it is, or leave the row out.',
  },
} as const satisfies SameKeys<typeof nl>;
