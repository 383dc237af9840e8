export const nl = {
  moveSubjects: {
    ASKED: 'U verhuist. Mogen we u voorstellen aan uw nieuwe regio?',
    TAKEN_BACK: 'Over uw verhuizing: dat was een vergissing',
  },
  moves: {
    ASKED:
      'Wij hoorden dat u naar de regio {to} verhuist, op {on, date}. Mogen we u voorstellen aan de coördinator daar?',
    TAKEN_BACK:
      'Wij schreven u dat u naar de regio {to} verhuist. Dat was een vergissing van ons. Alles blijft zoals het was, en u hoeft niets te doen.',
  },
  moveNext: {
    roles: 'Wat u nu doet, gaat gewoon door. Dat verandert pas als u dat zelf wilt.',
    consent:
      'Had u goed gevonden dat adviesraden u kunnen vinden? Dat gold voor de regio waar u woonde, en stopt met de verhuizing. U kunt het opnieuw goedvinden.',
    button: 'Ja of nee zeggen',
    why: 'U krijgt dit bericht omdat uw regio vastlegde dat u verhuist.',
  },
} as const;
