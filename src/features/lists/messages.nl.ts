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
    FILE_HEADER_TWICE:
      'In rij {row} heten de kolommen {other} en {column} allebei {name}. Geef ze elk een eigen naam, of haal er een weg.',
    FILE_NO_HEADER:
      'In dit bestand staat geen rij met kolomnamen. Zet boven de lijst hoe elke kolom heet, zoals Voornaam en Achternaam.',
    FILE_NO_ROWS: 'Onder de kolomnamen in rij {row} staat niets. Zet daar de lijst.',
    NAME_NOT_WHOLE:
      'Uit {name} blijkt niet wat de voornaam is en wat de achternaam. Schrijf bijvoorbeeld Jan van den Berg, of maak er twee kolommen van.',
    NOT_A_DAY: '{value} is geen datum die wij kennen. Schrijf bijvoorbeeld 31-12-2026.',
    UNKNOWN_PERSPECTIVE: '{value} kennen wij niet. Kies ouder, jongere of professional.',
    UNKNOWN_SCHOOLING:
      'Uit {value} blijkt geen soort onderwijs of leerjaar. Schrijf bijvoorbeeld Groep 7 of 2 havo.',
    UNKNOWN_MUNICIPALITY:
      '{name} is geen gemeente van deze regio. Schrijf de naam zoals de gemeente die zelf gebruikt.',
    UNKNOWN_NETWORK:
      '{name} is niet de naam van precies één oudernetwerk van deze regio. Schrijf de naam zoals die bij het netwerk staat.',
    UNKNOWN_BODY:
      '{name} is niet de naam van precies één groep van deze regio. Schrijf de naam zoals die bij de groep staat.',
    UNKNOWN_BODY_KIND:
      'Uit {value} blijkt niet wat voor groep het is. Kies adviesraad, beleidstafel, OPR, cliëntenraad, ouderraad, klankbordgroep of netwerkgroep.',
    UNKNOWN_ACTIVITY_KIND:
      '{value} is geen soort activiteit die wij kennen. Kies bijeenkomst, café, contact, training of anders.',
    UNKNOWN_SECTOR:
      'Uit {value} blijkt geen sector. Kies basisonderwijs, voortgezet onderwijs, mbo, jeugd of zorg.',
    UNKNOWN_THEME:
      '{name} is geen thema uit onze lijst. Schrijf een thema zoals het daar heet, of laat het weg.',
    UNKNOWN_ORGANISATION:
      '{name} is niet de naam van precies één organisatie. Schrijf de naam zoals die bij de organisatie staat, of leg de organisatie eerst vast.',
    NOT_A_NUMBER: '{value} is geen heel getal. Schrijf alleen het getal, zoals 12.',
    TERM_DIFFERS:
      'Volgens de lijst is dit termijn {said}, maar met wat bekend is wordt het termijn {actual}. Zet ook de termijnen van daarvoor in de lijst, of laat deze kolom weg.',
    ROW_TWICE:
      'In deze rij staat {what, select, person {dezelfde persoon} other {hetzelfde}} als in rij {row}. Laat een van de twee weg.',
    NO_NETWORK_OF_LIST:
      'Een netwerk hoort alleen bij een lijst van leden of van activiteiten. Kies zo’n soort lijst, of laat het netwerk weg.',
    COLUMN_OF_CHILD:
      'Deze kolom gaat over een kind of over een burgerservicenummer. Die gegevens bewaren wij niet: laat de kolom weg.',
    FIELD_OF_OTHER_LIST:
      'Dit hoort niet in deze soort lijst. Laat de kolom weg, of begin een nieuwe import met de soort lijst waar het wel in hoort.',
    FIELD_TWICE: 'Twee kolommen zijn hetzelfde. Kies er een, en laat de andere weg.',
    IMPORT_ELSEWHERE:
      'Dat kan nu niet: {state, select, AWAITING_FILE {het bestand is er nog niet} JUDGING {de rijen worden nog bekeken} READY {de lijst is nog niet verwerkt} APPLYING {de lijst wordt verwerkt} REVERTING {de verwerking wordt teruggedraaid} APPLIED {de lijst is verwerkt} UNDOING {de lijst wordt teruggedraaid} DISCARDED {de lijst is weggegooid} other {de lijst is teruggedraaid}}.',
    IMPORTS_OPEN:
      '{whose, select, account {U hebt} other {Uw regio heeft}} al {limit} lijsten die nog niet zijn verwerkt. Verwerk er eerst een, of gooi er een weg.',
    ROW_NOT_DOUBTFUL: 'Bij deze rij valt niet te kiezen wie het is. U kunt de rij alleen weglaten.',
    ROWS_UNDECIDED:
      '{count, plural, one {Eén rij wacht} other {# rijen wachten}} nog op een besluit, te beginnen met rij {row}. Kies wie het is, of laat de rij weg.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
