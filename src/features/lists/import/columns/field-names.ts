import type { Field, ImportKind } from './fields.js';

/** What columns are called, in small letters and without signs. */
export const NAMES: Readonly<Partial<Record<Field, string>>> = {
  NAME: 'naam, volledige naam, naam ouder, naam lid, ouder, contactpersoon, name, full name',
  GIVEN_NAME: 'voornaam, voornamen, roepnaam, voornaam ouder, first name, given name, firstname, forename',
  INFIX:
    'tussenvoegsel, tussenvoegsels, tussenvoegsel s, tussenv, tussen, tussenvgsl, voorvoegsel, voorvoegsels, tv, tvs, vv, infix, prefix',
  FAMILY_NAME:
    'achternaam, familienaam, achternaam ouder, geslachtsnaam, anaam, last name, surname, family name, lastname',
  EMAIL:
    'e mail, email, mail, emailadres, e mailadres, mailadres, e mail adres, email adres, email address, e mail address, mail adres',
  PHONE:
    'telefoon, telefoonnummer, tel, telnr, tel nr, mobiel, mobiele telefoon, mobiel nummer, mobielnummer, gsm, 06, 06 nummer, 06nummer, telefoon mobiel, telefoon thuis, telefoon prive, vast nummer, phone, phone number, mobile, mobile phone, telephone, cell',
  MUNICIPALITY: 'gemeente, woongemeente, gemeente van wonen, municipality',
  PERSPECTIVE: 'perspectief, hoedanigheid, doet mee als, ouder jongere professional, soort lid, perspective',
  LANGUAGE: 'taal, voorkeurstaal, moedertaal, spreektaal, language, preferred language',
  NOTE: 'opmerking, opmerkingen, notitie, notities, bijzonderheden, toelichting, aantekening, aantekeningen, memo, note, notes, remarks, comment, comments',
  SCHOOL_STAGE:
    'schooltype, soort onderwijs, onderwijs, onderwijssoort, onderwijstype, type onderwijs, schoolsoort, soort school, niveau, stage, school type, type of education',
  YEAR_LEVEL: 'groep, klas, leerjaar, groep klas, groep of klas, jaar, year level, grade, year',
  SCHOOL_YEAR: 'schooljaar, school jaar, school year',
  NETWORK:
    'netwerk, oudernetwerk, lid van, network, ouder netwerk, naam netwerk, naam oudernetwerk, parent network',
  MEMBER_SINCE:
    'lid sinds, lid vanaf, sinds, lid per, startdatum, begindatum, aanmelddatum, datum aanmelding, ingangsdatum, member since, since, start date, joined',
  SECTOR:
    'sector, sectoren, doelgroep, doelgroepen, voor wie, soort, soort netwerk, type, type netwerk, onderwijs, soort onderwijs, onderwijssoort, schooltype, sectors, audience, target group',
  THEME: 'thema, themas, thema s, onderwerp, onderwerpen, theme, themes, topic, topics',
  SUPPORT:
    'ondersteuner, ondersteuners, ondersteuning, ondersteuning door, ondersteund door, ondersteunende organisatie, ondersteunende organisaties, professionele ondersteuning, organisatie, organisaties, steunpunt, supported by, support, supporter, organisation, organization',
  ACTIVE_SINCE:
    'actief sinds, actief vanaf, gestart, gestart op, opgericht, opgericht op, oprichtingsdatum, start netwerk, startdatum netwerk, bestaat sinds, active since, founded',
  TREKKER_SINCE:
    'trekker sinds, trekker vanaf, trekker per, startdatum trekker, start trekker, trekkerschap vanaf, sinds, vanaf, startdatum, begindatum, ingangsdatum, trekker since, lead since, since, start date',
  DAY: 'datum, dag, wanneer, op, datum activiteit, datum bijeenkomst, date, day, on',
  ACTIVITY_KIND:
    'soort, soort activiteit, type, type activiteit, soort bijeenkomst, activity type, type of activity',
  TITLE:
    'titel, naam, naam activiteit, activiteit, onderwerp, omschrijving, thema, bijeenkomst, title, name, activity, subject, description',
  ATTENDANCE:
    'aantal, aantal aanwezig, aantal aanwezigen, aanwezig, aanwezigen, opkomst, deelnemers, aantal deelnemers, aantal ouders, bezoekers, aantal bezoekers, attendance, number present, present, attendees, number',
  BODY: 'groep, naam groep, orgaan, naam orgaan, adviesraad, klankbordgroep, netwerkgroep, clientenraad, ouderraad, opr, raad, gremium, adviesorgaan, naam adviesraad, naam raad, overleg, tafel, beleidstafel, body, advisory body, council, board',
  BODY_KIND: 'soort, soort groep, soort orgaan, soort raad, type, type orgaan, type raad, type of body',
  ORGANISATION:
    'organisatie, organisaties, gemeente, samenwerkingsverband, swv, adviseert, adviseert aan, van organisatie, bij, organisation, organization, advises',
  SEAT: 'zetel, functie, rol, plaats, positie, seat, role, position',
  CONSTITUENCY:
    'achterban, geleding, kwaliteit, kwaliteitszetel, namens, spreekt namens, vertegenwoordigt, constituency, on behalf of, quality',
  TERM_FROM:
    'vanaf, van, benoemd, benoemd op, benoemd per, benoemd vanaf, benoeming, datum benoeming, benoemingsdatum, startdatum, begindatum, ingangsdatum, lid sinds, sinds, begin termijn, start termijn, from, appointed, appointed on, start date, since',
  TERM_UNTIL:
    'tot, t m, tm, tot en met, aftreden, aftredend, treedt af, datum aftreden, aftreeddatum, datum van aftreden, einde, eind, einddatum, einde termijn, eind termijn, einde zittingstermijn, benoemd tot, until, to, end date, end of term, retires',
  TERM: 'termijn, zittingstermijn, termijnnummer, termijn nr, hoeveelste termijn, term, term number',
};

/** What they are called in a list of one kind, where that is something else than in others. */
export const NAMES_IN: Readonly<Partial<Record<ImportKind, Readonly<Partial<Record<Field, string>>>>>> = {
  NETWORKS: {
    NETWORK: 'naam, name, initiatief, naam initiatief, initiative',
    NAME: 'trekker, trekkers, naam trekker, trekkerouder, voortrekker, contactpersoon, naam contactpersoon, lead, lead parent',
    EMAIL: 'contact',
    MUNICIPALITY: 'gemeente, gemeenten, gemeente n, werkgebied, plaats, municipalities',
  },
  BODIES_AND_SEATS: {
    NAME: 'lid, naam lid, raadslid, wie, persoon, bezet door, zittend lid, member, appointee, holder',
    EMAIL: 'contact',
  },
};
