export const nl = {
  /** To somebody who was recorded without having asked. */
  recorded: {
    subject: 'Uw gegevens staan bij {region}',
    purpose:
      'Wij gebruiken uw gegevens om oudernetwerken te ondersteunen, en om u te kunnen bereiken als u daaraan meedoet. Het werk van de regio met ouders heeft dat nodig. Dat is de reden dat het mag zonder dat u er eerst ja op zei: een taak die in de wet staat, of anders een gerechtvaardigd belang van de organisatie die hieronder staat. Niemand laat een computer iets over u beslissen. Met dit bericht vragen wij u niets.',
    seen: 'De coördinatoren van de regio zien deze gegevens. Het landelijk bureau ziet ze ook, maar niet hoe u te bereiken bent en wat de coördinator over u opschreef. Doet u mee aan een oudernetwerk, dan zien de trekkers en de organisatie die het ondersteunt dat u meedoet en hoe u heet. Hoe u te bereiken bent, zien zij pas als u daar ja op zegt. Zit u in een adviesgroep, dan ziet wie daar over de zetels gaat hoe u heet en hoe u te bereiken bent. Wij geven niets aan anderen.',
    howLong:
      'Wij bewaren dit zolang u meedoet, en daarna hoogstens 24 maanden. Doet u nergens aan mee, dan bewaren wij het hoogstens 24 maanden.',
    rights:
      'U mag zien wat wij van u bewaren. U mag het laten verbeteren of verwijderen, en u mag vragen om er voorlopig niets mee te doen. U mag ook bezwaar maken tegen wat wij doen. Vindt u dat wij het niet goed doen? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).',
    kept: 'Dit bewaren wij van u:',
    question: 'Klopt er iets niet, of wilt u niet dat wij dit bewaren?',
    why: 'U krijgt dit bericht omdat wij moeten vertellen dat wij gegevens van u bewaren.',
  },
  /** where it came from */
  recordedFrom: {
    LIST: 'Op {on, date} heeft een coördinator van {region} een lijst met ouders verwerkt waar u op stond. Sindsdien bewaren wij gegevens van u.',
    COORDINATOR:
      'Op {on, date} heeft een coördinator van {region} u ingeschreven. Sindsdien bewaren wij gegevens van u.',
    NETWORK:
      'Op {on, date} heeft iemand die {network, select, null {een oudernetwerk} other {{network}}} helpt u daar ingeschreven. Sindsdien bewaren wij in {region} gegevens van u.',
  },
  recordedKept: {
    NAME: 'uw naam',
    EMAIL: 'uw e-mailadres',
    PHONE: 'uw telefoonnummer',
    MUNICIPALITY: 'uw gemeente',
    LANGUAGE: 'de taal waarin wij u schrijven',
    PERSPECTIVES: 'dat u ouder of verzorger bent, of anders bij ouders betrokken bent',
    FORMS: 'op welke manier u mee wilt doen, en wanneer u kunt',
    NETWORK:
      '{network, select, null {dat u lid bent geweest van een oudernetwerk} other {dat u lid bent van {network}}}',
    TREKKER: 'dat u een oudernetwerk leidt of leidde',
    SEAT: 'dat u in een adviesgroep zit of zat',
    SCHOOL:
      'op wat voor school uw kind zit en in welk jaar, of alleen wanneer uw kind daar weggaat. Meer bewaren wij niet van uw kind',
    NOTE: 'een aantekening van de coördinator, die u mag lezen',
  },
} as const;
