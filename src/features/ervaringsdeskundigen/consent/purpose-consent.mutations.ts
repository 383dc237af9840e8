import { Args, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, many, readByEngine, Reads, value } from '../../../reads/mapping.js';
import { constant, sql, viewerLocale } from '../../../reads/sql.js';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../../people/person.type.js';
import { ConsentLanguage, PersonConsentPurpose } from '../ervaringsdeskundige.enums.js';
import { Consent, ConsentConnection } from './consent.type.js';
import { giveConsent, withdrawConsent } from './purpose-consent.js';
import { ConsentGiveInput, ConsentWithdrawInput } from './purpose-consent.inputs.js';
import { PURPOSE_TEXTS } from './purpose-texts.js';

const answers = {
  person: { type: () => Person, description: 'The person.' },
  consent: { type: () => Consent, description: 'The entry in the ledger that holds.' },
};

@ObjectType({ description: 'The text that a person says yes to, for one purpose.' })
export class ConsentText {
  @Reads(value((text) => sql`${text}.purpose`))
  @Field(() => PersonConsentPurpose, { description: 'The purpose.' })
  purpose: keyof typeof PersonConsentPurpose;

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

const TEXTS = Object.entries(PURPOSE_TEXTS);
const each = (part: 'version' | 'nl' | 'en') => constant(TEXTS.map(([, text]) => text[part]));
const PURPOSES = constant(TEXTS.map(([purpose]) => purpose));

@Resolver()
export class PurposeConsents {
  @Reads(
    many({
      from: () => sql`select purpose, version, language, case language when 'en' then en else nl end as text, place
        from unnest(${PURPOSES}::text[], ${each('version')}::text[], ${each('nl')}::text[], ${each('en')}::text[])
          with ordinality texts (purpose, version, nl, en, place)
        cross join (select case when ${viewerLocale}::text = 'en' then 'en' else 'nl' end as language) viewer`,
      where: () => sql`true`,
      orderBy: (text) => sql`${text}.place`,
    }),
  )
  @Query(() => [ConsentText], {
    description:
      'The current texts of what a person can say yes to, besides being found and being reached by their network.',
  })
  consentTexts(): ConsentText[] {
    return readByEngine();
  }

  @Mutates(giveConsent, {
    description:
      'Records that a person says yes to a purpose. Allowed for the person, and for coordinators of their home region to ' +
      'whom they said so, of which the person is told by mail.',
    answers,
    refusals: ['PERSON_DECEASED', 'OTHER_CONSENT_TEXT', 'OTHER_CHANNEL', 'WIDER_THAN_GIVEN'],
  })
  consentGive(_input: ConsentGiveInput): void {}

  @Mutates(withdrawConsent, {
    description:
      'Withdraws it, or records that the person said no: it acts at once. With SCHOOL_AND_THEMES the stage and school of ' +
      'school ties go but for when they end, and so do the themes of a profile. After the person did so themselves nobody ' +
      'else gives it for them. Allowed for the same people.',
    answers,
    refusals: ['OTHER_CHANNEL'],
  })
  consentWithdraw(_input: ConsentWithdrawInput): void {}
}

@Resolver(() => Person)
export class PersonConsents {
  @Reads(connection({ where: (person, consent) => sql`${consent}.person_id = ${person}.id` }))
  @FieldResolver(() => ConsentConnection, {
    description:
      'All that they said yes or no to, latest first; of each purpose the first one holds. Visible to the person ' +
      'themselves and coordinators of their home region; empty for others.',
  })
  consents(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof ConsentConnection> {
    return readByEngine();
  }
}
