export const nl = {
  moveSubjects: {
    ASKED: 'Mogen we u voorstellen aan uw nieuwe regio?',
    REORGANISED: 'Uw gemeente gaat naar een andere regio',
    TAKEN_BACK: 'Over uw verhuizing: dat was een vergissing',
    NOT_REORGANISED: 'Uw gemeente blijft bij uw regio',
  },
  moves: {
    ASKED:
      'Wij hoorden dat u op {on, date} naar de regio {to} {moved, select, yes {bent verhuisd} other {verhuist}}. Mogen we u voorstellen aan de coördinator daar?',
    REORGANISED:
      'Op {on, date} gaat uw gemeente naar de regio {to}. Die regio is er dan voor u, en ziet uw naam, hoe u te bereiken bent en wat u doet. Wilt u dat niet? Zeg dan nee: dan blijft uw regio er voor u.',
    TAKEN_BACK:
      'Wij schreven u dat u naar de regio {to} verhuist. Dat was een vergissing van ons. Alles blijft zoals het was, en u hoeft niets te doen.',
    NOT_REORGANISED:
      'Wij schreven u dat uw gemeente op {on, date} naar de regio {to} gaat. Dat gaat niet door. Alles blijft zoals het was, en u hoeft niets te doen.',
  },
  moveNext: {
    roles: 'Wat u nu doet, gaat gewoon door. Dat verandert pas als u dat zelf wilt.',
    consentASKED:
      'Vond u het goed dat adviesraden u kunnen vinden? Dat gold voor uw oude regio, en stopt met de verhuizing. In uw nieuwe regio kunt u het opnieuw goedvinden.',
    consentREORGANISED:
      'Vond u het goed dat adviesraden u kunnen vinden? Dat stopt als u meegaat naar de nieuwe regio. U kunt het daar opnieuw goedvinden.',
    buttonASKED: 'Ja of nee zeggen',
    buttonREORGANISED: 'Nee zeggen, of meer lezen',
    why: 'U krijgt dit bericht omdat uw regio vastlegde dat u verhuist.',
    whyTAKEN_BACK: 'U krijgt dit bericht omdat wij u eerder over uw verhuizing schreven.',
    whyREORGANISED: 'U krijgt dit bericht omdat u woont in een gemeente die naar een andere regio gaat.',
    whyNOT_REORGANISED: 'U krijgt dit bericht omdat wij u eerder over uw gemeente schreven.',
  },
} as const;
