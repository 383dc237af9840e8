export const nl = {
  failures: {
    FILE_TOO_LARGE:
      'Dit bestand is groter dan {limit} MB. Laat plaatjes en tabbladen weg die er niet bij horen, of verdeel de lijst over meer bestanden.',
    FILE_EMPTY: 'Dit bestand is leeg. Kies een bestand met een rij kolomnamen en daaronder de lijst.',
    FILE_NOT_A_LIST:
      'Dit bestand is geen lijst. Bewaar de lijst als XLSX (Excel) of als CSV, en kies dat bestand.',
    FILE_OLD_EXCEL:
      'Dit is een oud soort Excel-bestand (.xls). Open het, kies Opslaan als, en bewaar het als Excel-werkmap (.xlsx).',
    FILE_ENCRYPTED:
      'Op dit bestand zit een wachtwoord. Open het, haal het wachtwoord eraf, en bewaar het opnieuw.',
    FILE_DAMAGED:
      'Dit bestand is beschadigd. Open het in Excel of LibreOffice, en bewaar het daar opnieuw als XLSX.',
    FILE_UNPACKS_TOO_LARGE:
      'Uitgepakt is dit bestand groter dan {limit} MB. Kopieer alleen de lijst naar een nieuw, leeg bestand.',
    FILE_ENTITIES:
      'In dit bestand staan verwijzingen die niet in een lijst horen. Open het in Excel of LibreOffice, en bewaar het daar opnieuw als XLSX.',
    FILE_NOT_TEXT:
      'Rij {row} is niet te lezen. Bewaar de lijst opnieuw als XLSX, of als CSV met de tekenset UTF-8.',
    FILE_QUOTE_OPEN:
      'In rij {row} begint een aanhalingsteken dat nergens eindigt. Haal het weg, of zet er een tweede achter.',
    FILE_ROW_TOO_LONG: 'Rij {row} houdt niet op. Staat er een aanhalingsteken te veel? Haal het weg.',
    FILE_TOO_MANY_ROWS:
      'Dit bestand heeft meer dan {limit} rijen. Haal lege rijen onderaan weg, of verdeel de lijst over meer bestanden.',
    FILE_TOO_MANY_COLUMNS:
      'Rij {row} heeft {actual} kolommen, meer dan de {limit} die er mogen zijn. Houd alleen de kolommen over die u nodig heeft.',
    FILE_CELL_TOO_LONG: 'In rij {row}, kolom {column} staat meer dan {limit} tekens. Kort de tekst in.',
    FILE_FORMULA:
      'In rij {row}, kolom {column} staat een formule. Kopieer de lijst, plak die als waarden, en bewaar het bestand opnieuw.',
    FILE_BAD_DAY:
      'In rij {row}, kolom {column} staat een datum die niet bestaat. Schrijf een datum als 31-12-2026.',
    FILE_BAD_HEADER:
      'In rij {row}, kolom {column} heet een kolom {name}. Geef die kolom een gewone naam, zoals Voornaam.',
    FILE_NO_HEADER:
      'In dit bestand staat geen rij met kolomnamen. Zet boven de lijst hoe elke kolom heet, zoals Voornaam en Achternaam.',
    FILE_NO_ROWS: 'Onder de kolomnamen in rij {row} staat niets. Zet daar de lijst.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
