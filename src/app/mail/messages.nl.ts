export const nl = {
  answer: {
    title: '{body}: wilt u meedenken?',
    invitation:
      '{network, select, null {U krijgt} other {Via {network} krijgt u}} een uitnodiging van {inSentence} voor de zetel “{seat}”.',
    writes: 'Een bericht van {inSentence}:',
    notice:
      'Wij kregen uw naam en e-mailadres van {nominatedBy, select, COORDINATOR {de coördinator van de regio van {inSentence}} other {de secretaris van {inSentence}}}. Daarbij staat waar ze vandaan komen: {source}. Wij gebruiken ze alleen voor deze uitnodiging.',
    afterYes:
      'Zegt u ja? {way, select, NOMINEE {Dan leggen wij uw naam en e-mailadres vast. De secretaris en de coördinatoren van de regio zien ze dan,} other {Dan zien de secretaris en de coördinatoren van de regio uw naam, e-mailadres en telefoonnummer,}} en de secretaris neemt contact met u op. U kunt daarna nog van gedachten veranderen.',
    afterNo:
      'Zegt u nee? {way, select, NOMINEE {Of antwoordt u niet op tijd? Dan wissen wij uw naam en e-mailadres. Wij bewaren een halfjaar alleen een code van uw e-mailadres, zodat wij zien dat u al gevraagd bent.} FORMER {Dan verandert er niets aan wat de secretaris van u ziet.} other {Dan blijft uw naam onbekend.}} Deze groep laat u na een nee een halfjaar met rust, tenzij er een goede reden is.',
    until: 'U kunt antwoorden tot en met {until, date}.',
    asWhat: 'Hoe denkt u dan mee?',
    choose: 'Kies',
    yes: 'Ja, ik wil meedenken',
    no: 'Nee, dank u',
    why: 'Wilt u niet? Zeg waarom:',
    more: 'Wilt u er iets bij zeggen? Het hoeft niet. Noem geen naam of geboortedatum van een kind.',
  },

  perspectives: { OUDER: 'Als ouder', JONGERE: 'Als jongere', PROFESSIONAL: 'Als professional' },

  /** what became of it */
  over: {
    ACCEPTED:
      'U zei ja op {answeredOn, date}. De secretaris en de coördinatoren van de regio zien nu uw naam en contactgegevens, en de secretaris neemt contact met u op. Toch niet? Zeg het dan tegen de secretaris, of meld u aan en trek uw antwoord in.',
    APPOINTED: 'U zei ja op {answeredOn, date}, en bent benoemd.',
    DECLINED:
      'U zei nee op {answeredOn, date}.{way, select, NOMINEE { Uw naam en e-mailadres zijn gewist.} FORMER {} other { Uw naam is niet gedeeld.}} Dank u voor uw antwoord.',
    EXPIRED:
      'U kon antwoorden tot en met {until, date}.{way, select, NOMINEE { Uw naam en e-mailadres worden gewist.} FORMER {} other { Uw naam is niet gedeeld.}}',
    WITHDRAWN: 'Deze uitnodiging is gesloten. U hoeft niets te doen.',
  },

  /** to a trekker, about their own data */
  check: {
    title: 'Klopt dat?',
    EXPECTED_END:
      'U bent trekker van {network}. Volgens onze gegevens is {on, date} uw laatste dag als trekker.',
    TIE_UNCONFIRMED:
      '{on, select, null {Wij weten niet wanneer uw kind van school gaat.} other {Volgens onze gegevens is {on, date} de laatste schooldag van uw kind op deze school.}}',
    right: 'Ja, dat klopt',
    wrong: 'Nee, dat klopt niet',
    insteadEXPECTED_END: 'Klopt het niet? Mijn laatste dag als trekker wordt waarschijnlijk:',
    insteadTIE_UNCONFIRMED: 'Klopt het niet? De laatste schooldag wordt waarschijnlijk:',
    noDay: 'Kies een dag, in de vorm jaar-maand-dag: 2027-07-31.',
    else: 'Is er iets anders? Antwoord dan op het bericht, of bel de coördinator van uw regio.',
    THANKS:
      'Dank u wel. Wij hebben uw antwoord vastgelegd, en de coördinator van uw regio ziet het. U hoeft niets meer te doen.',
    ANSWERED:
      'Deze vraag is al beantwoord. Dat antwoord geldt. Wilt u toch iets anders doorgeven? Antwoord dan op het bericht, of bel de coördinator van uw regio.',
    OVER: 'Deze vraag is niet meer nodig, of te lang geleden gesteld. U hoeft niets te doen. Wilt u iets doorgeven? Antwoord dan op het bericht, of bel de coördinator van uw regio.',
  },

  /** to whoever moves to another region */
  move: {
    title: 'Mogen we u voorstellen?',
    asked:
      'Volgens onze gegevens woont u vanaf {on, date} in de regio {to}. Mogen we u voorstellen aan de coördinator daar?',
    afterYes:
      'Zegt u ja? Dan ziet de coördinator van {to} vanaf uw verhuizing wat wij van u hebben: uw naam, hoe u te bereiken bent, en wat u doet. De regio {to} is er dan voor u.',
    afterNo:
      'Zegt u nee? Dan blijft de regio {home} er voor u. In {to} ziet niemand iets van u, behalve als u daar meedoet aan een netwerk of een groep. U kunt later alsnog ja zeggen.',
    yes: 'Ja, stel mij voor',
    no: 'Nee, liever niet',
    YES: 'Dank u wel. U zei ja: de coördinator van {to} weet vanaf uw verhuizing dat u er woont. U hoeft niets meer te doen. Toch liever niet? Zeg het vóór die dag tegen de coördinator van {home}.',
    NO: 'Dank u wel. U zei nee: de regio {home} blijft er voor u. In {to} ziet niemand iets van u, behalve als u daar meedoet aan een netwerk of een groep. Toch liever wel? Zeg het tegen de coördinator van {home}.',
    OVER: 'Deze vraag is niet meer nodig, of te lang geleden gesteld. U hoeft niets te doen. Wilt u iets doorgeven? Antwoord dan op het bericht, of bel de coördinator van uw regio.',
  },

  /** to whoever lives in a municipality that comes under another region */
  regionChange: {
    title: 'Uw gemeente gaat naar een andere regio',
    asked: 'Uw gemeente gaat op {on, date} van de regio {home} naar de regio {to}.',
    afterYes:
      'Vindt u het goed? Dan hoeft u niets te doen. De regio {to} is er dan voor u, en ziet uw naam, hoe u te bereiken bent en wat u doet.',
    afterNo:
      'Zegt u nee? Dan blijft de regio {home} er voor u. In {to} ziet niemand iets van u, behalve als u daar meedoet aan een netwerk of een groep. U kunt later alsnog ja zeggen.',
    yes: 'Ja, dat is goed',
    no: 'Nee, liever niet',
    YES: 'Dank u wel. U zei ja. U hoeft niets meer te doen.',
    NO: 'Dank u wel. U zei nee: de regio {home} blijft er voor u. In {to} ziet niemand iets van u, behalve als u daar meedoet aan een netwerk of een groep. Toch liever wel? Zeg het tegen de coördinator van {home}.',
    OVER: 'Deze vraag is niet meer nodig. U hoeft niets te doen. Wilt u iets doorgeven? Antwoord dan op het bericht, of bel de coördinator van uw regio.',
  },

  /** to a member of a network, about being reached by it */
  networkMessages: {
    title: 'Berichten van {network}',
    getsThem:
      'U krijgt berichten die de trekkers van {network} en wie hen helpt aan alle leden sturen. Wilt u die niet meer? Wat de regio u moet laten weten, krijgt u nog wel.',
    stopped: 'U krijgt geen berichten van {network} meer. U hoeft niets meer te doen.',
    stop: 'Geen berichten meer',
    goOn: 'Toch weer berichten krijgen',
  },
  networkContact: {
    title: 'Mag uw netwerk u mailen en bellen?',
    nothing:
      'U hebt nog niets gezegd. De trekkers van uw netwerk en de organisatie die het ondersteunt, zien alleen uw naam.',
    yesHolds: 'Dit geldt nu: ja, uw netwerk mag u mailen en bellen. U hoeft niets meer te doen.',
    noHolds:
      'Dit geldt nu: nee. De trekkers van uw netwerk en de organisatie die het ondersteunt, zien alleen uw naam. U hoeft niets meer te doen.',
    text: 'Wie ja zegt, zegt dit:',
    yes: 'Ja, dat mag',
    no: 'Nee, liever niet',
    late: 'Dit bericht is te oud om nog ja te zeggen. Wilt u dat wel? Zeg het tegen de coördinator van uw regio.',
  },

  /** where the language of the reader is not known: both stand on the page */
  anybody: {
    unknownTitle: 'Deze link werkt niet',
    unknownInvitation:
      'Gebruik de link uit het bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.',
    unknownUnsubscription:
      'Gebruik de link onderaan een bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.',
    unknownAddress:
      'Gebruik de link uit het bericht dat u van ons kreeg, of geef het e-mailadres opnieuw op.',
    unknownCheck:
      'Gebruik de link uit het bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.',
    goneTitle: 'Deze vraag is niet meer nodig',
    gone: 'Wat er gevraagd werd, geldt niet meer. U hoeft niets te doen.',
    overAddress:
      'De link is verlopen, of er is daarna iets anders opgegeven. Geef het e-mailadres opnieuw op, of vraag het de coördinator van uw regio.',
    formerAddress:
      'Deze link stond in een bericht aan een e-mailadres dat wij niet meer gebruiken. Er is niets veranderd. Wilt u iets doorgeven? Antwoord dan op een nieuwer bericht, of bel de coördinator van uw regio.',
    confirmTitle: 'E-mailadres bevestigen',
    confirm: 'Wilt u onze berichten voortaan ontvangen op het e-mailadres waarop u deze link kreeg?',
    confirmButton: 'Ja, gebruik dit e-mailadres',
    confirmedTitle: 'Uw e-mailadres is bevestigd',
    confirmed: 'Onze berichten gaan vanaf nu naar het e-mailadres waarop u deze link kreeg.',
    expiredTitle: 'Deze link werkt niet meer',
    expiredActivities: 'Vraag het bestand opnieuw aan. Misschien is er niets meer gepland.',
    expiredLetter: 'Open de brief opnieuw vanaf uw werklijst. Misschien is hij niet meer nodig.',
    expiredList: 'Een link naar een lijst werkt vijf minuten. Vraag de lijst opnieuw aan.',
    listTooLongTitle: 'Deze lijst is te lang',
    listTooLong: 'Een lijst heeft hoogstens 5.000 regels. Kies met een filter welke u nodig hebt.',
    expiredUpload: 'Begin de import opnieuw. Elke link is voor één bestand.',
    expiredSchedule:
      'Een link naar een rooster van aftreden werkt vijf minuten. Haal het rooster opnieuw op waar u deze link kreeg.',
    tooFastTitle: 'Even wachten',
    tooFast: 'Probeer het over een minuut nog eens.',
    unsubscribeTitle: 'Afmelden',
    unsubscribe: 'Wilt u deze berichten niet meer per e-mail ontvangen?',
    unsubscribeButton: 'Ja, meld mij af',
    unsubscribedTitle: 'U bent afgemeld',
    unsubscribed:
      'U krijgt deze berichten niet meer. Wilt u ze toch weer ontvangen? Vraag het de coördinator van uw regio, of zet het aan bij uw account.',
  },
} as const;
