export const nl = {
  /** To the parent. */
  invitation: {
    subject: '{body}: wilt u meedenken?',
    invites:
      '{network, select, null {U krijgt} other {Via {network} krijgt u}} een uitnodiging van {inSentence}. Wilt u meedenken? Het gaat om de zetel “{seat}”.',
    writes: 'Een bericht van {inSentence}:',
    /** to somebody whom the service has no business with yet (AVG 14) */
    notice:
      'Wij kregen uw naam en e-mailadres van {nominated_by, select, COORDINATOR {de coördinator van de regio van {inSentence}} other {de secretaris van {inSentence}}}. Daarbij staat waar ze vandaan komen: {source}. Wij gebruiken ze alleen voor deze uitnodiging. Zegt u nee, of antwoordt u niet op tijd, dan wissen wij uw naam en e-mailadres. Wij bewaren een halfjaar alleen een code van uw e-mailadres, zodat wij zien dat u al gevraagd bent.',
    privacy:
      '{way, select, NOMINEE {Zegt u ja, dan leggen wij uw naam en e-mailadres vast. De secretaris en de coördinatoren van de regio zien ze dan.} FORMER {U had eerder een zetel in deze groep. Door deze uitnodiging ziet de secretaris niets nieuws van u. Zegt u ja, dan zien de secretaris en de coördinatoren van de regio uw naam, e-mailadres en telefoonnummer. Zegt u nee, dan blijft het zoals het is.} other {De secretaris weet nog niet wie u bent. Zegt u ja, dan zien de secretaris en de coördinatoren van de regio uw naam, e-mailadres en telefoonnummer. Zegt u nee, dan blijft uw naam onbekend.}}',
    until: 'U kunt antwoorden tot en met {until, date}. Nee zeggen mag altijd.',
    button: 'Bekijk de uitnodiging en antwoord',
  },

  why: {
    parent:
      '{way, select, NOMINEE {U krijgt dit bericht omdat u bent voorgedragen voor een zetel.} FORMER {U krijgt dit bericht omdat u eerder een zetel in deze groep had.} other {U krijgt dit bericht omdat u als ervaringsdeskundige gevonden mag worden. Wilt u dat niet meer? Trek dan uw toestemming in, of vraag het de coördinator van uw regio.}}',
    region: 'U krijgt dit bericht omdat deze ouder bij uw regio hoort.',
    sender: 'U krijgt dit bericht omdat u mensen zoekt voor de zetels van deze groep.',
  },

  /** To the region of a parent whom no mail reaches. */
  waiting: {
    subject: '{body}: er wacht een uitnodiging op een ouder uit uw regio',
    invites:
      '{person, select, null {Een ouder uit uw regio} other {{person}}} is door {inSentence} uitgenodigd voor de zetel “{seat}”. Wij bereiken deze ouder niet per e-mail.',
    call: 'Wilt u bellen en vertellen dat er een uitnodiging wacht? De ouder meldt zich aan en antwoordt zelf, tot en met {until, date}.',
    address:
      'Op uw werklijst ligt de uitnodiging klaar als brief. Legt u een goed e-mailadres vast, dan sturen wij haar daarheen.',
  },

  /** To whoever nominated somebody whose address takes no mail. */
  unreached: {
    subject: '{body}: een uitnodiging kwam niet aan',
    refused:
      'De uitnodiging voor de zetel “{seat}” aan iemand die is voorgedragen, kwam niet aan: het opgegeven e-mailadres neemt geen e-mail aan.',
    next: 'Wilt u het adres nakijken, de uitnodiging intrekken, en deze ouder opnieuw uitnodigen met een goed adres?',
  },

  /** Why an invitation was closed. */
  because: {
    BY_SECRETARY: 'De uitnodiging van {inSentence} voor de zetel “{seat}” is ingetrokken.',
    SEAT_FILLED: 'Voor de zetel “{seat}” van {inSentence} is iemand anders benoemd.',
    SEAT_ABOLISHED: 'De zetel “{seat}” van {inSentence} verdwijnt.',
  },

  closed: {
    subject: '{body}: uw uitnodiging is gesloten',
    after:
      '{answered, select, yes {De secretaris ziet uw naam en contactgegevens niet meer.} other {{way, select, NOMINEE {Wij wissen uw naam en e-mailadres. U hoeft niets te doen.} FORMER {U hoeft niets te doen.} other {Uw naam is niet gedeeld. U hoeft niets te doen.}}}}',
    /** to whoever had said yes */
    thanks: 'Fijn dat u mee wilde denken.',
    regionSubject: '{body}: de uitnodiging aan een ouder uit uw regio is gesloten',
    tell: 'Wilt u {person, select, null {deze ouder} other {{person}}} bellen en vertellen dat er geen uitnodiging meer wacht?',
  },

  /** To whoever was told that it is closed. */
  reopened: {
    subject: '{body}: toch niet gesloten, uw uitnodiging geldt weer',
    mistake:
      'Wij schreven u dat voor de zetel “{seat}” van {inSentence} iemand anders is benoemd. Dat was een vergissing: er is niemand benoemd. Onze excuses.',
    again:
      '{answered, select, yes {U zei ja, en dat ja geldt weer. De secretaris en de coördinatoren van de regio zien uw naam en contactgegevens weer.} other {De uitnodiging geldt weer.}}',
    notAnyMore: 'Wilt u niet meer?',
    until: 'U kunt antwoorden tot en met {until, date}. Nee zeggen mag altijd.',
    regionSubject: '{body}: toch niet gesloten, de uitnodiging aan een ouder uit uw regio',
    tell: 'Wilt u {person, select, null {deze ouder} other {{person}}} bellen en vertellen dat de uitnodiging weer geldt, en {answered, select, yes {het ja van deze ouder ook} other {dat antwoorden kan tot en met {until, date}}}?',
  },

  /** To the sender of the invitation, by what became of it. */
  answeredSubjects: {
    ASKED: '{body}: uw uitnodiging geldt weer',
    ACCEPTED: '{body}: ja op uw uitnodiging',
    DECLINED: '{body}: nee op uw uitnodiging',
    EXPIRED: '{body}: geen antwoord op uw uitnodiging',
    CONSENT_WITHDRAWN: '{body}: uw uitnodiging is gesloten',
    PERSON_WITHDREW: '{body}: toch nee op uw uitnodiging',
    PERSON_DEPARTED: '{body}: uw uitnodiging is gesloten',
  },
  answered: {
    ASKED:
      'Wij schreven u dat op uw uitnodiging van {asked, date} voor de zetel “{seat}” geen antwoord meer komt. Dat klopt niet meer: de uitnodiging geldt weer.',
    ACCEPTED:
      '{pseudonym, select, null {De ouder die u op {asked, date} uitnodigde} other {{pseudonym}}} zegt ja op uw uitnodiging voor de zetel “{seat}”.',
    DECLINED:
      '{pseudonym, select, null {De ouder die u op {asked, date} uitnodigde} other {{pseudonym}}} zegt nee op uw uitnodiging voor de zetel “{seat}”.',
    EXPIRED:
      'Op uw uitnodiging van {asked, date} voor de zetel “{seat}” kwam geen antwoord. Antwoorden kon tot en met {until, date}.',
    CONSENT_WITHDRAWN: 'Op een uitnodiging voor de zetel “{seat}” komt geen antwoord meer.',
    PERSON_WITHDREW:
      '{pseudonym, select, null {De ouder die u op {asked, date} uitnodigde} other {{pseudonym}}} zei ja op uw uitnodiging voor de zetel “{seat}”, maar ziet er toch van af.',
    PERSON_DEPARTED: 'De ouder die u uitnodigde voor de zetel “{seat}” doet niet meer mee.',
  },
  next: {
    ASKED: 'De ouder kan antwoorden tot en met {until, date}. U hoeft niets te doen.',
    ACCEPTED:
      'U ziet nu de naam, het e-mailadres en het telefoonnummer van deze ouder. Wilt u snel contact opnemen, en daarna de benoeming vastleggen?',
    DECLINED: 'Laat deze ouder het komende halfjaar met rust. U kunt iemand anders uitnodigen.',
    EXPIRED: 'U kunt iemand anders uitnodigen.',
    CONSENT_WITHDRAWN: 'U kunt iemand anders uitnodigen.',
    PERSON_WITHDREW: 'U ziet de naam en contactgegevens niet meer. U kunt iemand anders uitnodigen.',
    PERSON_DEPARTED: 'U kunt iemand anders uitnodigen.',
  },
  reason: { given: 'De reden: {reason}' },
} as const;
