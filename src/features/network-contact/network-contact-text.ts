import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { oneFrom, readByEngine, Reads, value } from '../../reads/mapping.js';
import { literal, sql, viewerLocale } from '../../reads/sql.js';
import { ConsentLanguage } from '../ervaringsdeskundigen/ervaringsdeskundige.enums.js';

/**
 * What a member agrees to who lets their network reach them. A version never changes, because the ledger refers to it:
 * other words are a new version.
 */
export const NETWORK_CONTACT_TEXT = {
  version: '2026-12-netwerk',
  nl: [
    'Ik doe mee aan een oudernetwerk. Het netwerk mag mij mailen en bellen, bijvoorbeeld over een bijeenkomst.',
    'De trekkers van het netwerk en de organisatie die het ondersteunt, zien daarvoor mijn e-mailadres en telefoonnummer. Zolang ik meedoe, en niet langer. Ik kan zien wie ze heeft bekeken.',
    'Zij gebruiken ze nergens anders voor en geven ze aan niemand door.',
    'Ik kan dit elke dag weer intrekken. Dan zien zij alleen nog mijn naam.',
  ].join('\n\n'),
  en: [
    'I take part in an oudernetwerk. The network may mail and call me, for example about a meeting.',
    'For that the trekkers of the network and the organisation that supports it see my email address and telephone number. As long as I take part, and no longer. I can see who looked at them.',
    'They use them for nothing else and pass them on to nobody.',
    'I can withdraw this on any day. From that moment they see only my name.',
  ].join('\n\n'),
} as const;

@ObjectType({ description: 'The text that a member agrees to who lets their network reach them.' })
export class NetworkContactText {
  @Reads(value((text) => sql`${text}.version`))
  @Field({ description: 'Version of the text; pass it as `textVersion`.' })
  version: string;

  @Reads(value((text) => sql`upper(${text}.language)`))
  @Field(() => ConsentLanguage, { description: 'Language of `text`: the viewer’s language.' })
  language: keyof typeof ConsentLanguage;

  @Reads(value((text) => sql`${text}.text`))
  @Field({
    description: 'The text to show, in the viewer’s language; paragraphs are separated by an empty line.',
  })
  text: string;
}

const { version, nl, en } = NETWORK_CONTACT_TEXT;

@Resolver()
export class NetworkContactTextQuery {
  @Reads(
    oneFrom(
      () => sql`select ${literal(version)} as version, case when ${viewerLocale}::text = 'en' then 'en' else 'nl' end as language,
        case when ${viewerLocale}::text = 'en' then ${literal(en)} else ${literal(nl)} end as text`,
    ),
  )
  @Query(() => NetworkContactText, {
    description: 'The current text of the consent to be reached by one’s network.',
  })
  networkContactText(): NetworkContactText {
    return readByEngine();
  }
}
