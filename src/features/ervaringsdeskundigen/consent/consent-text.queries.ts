import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { constant, sql, viewerLocale } from '../../../reads/sql.js';
import { CONSENT_TEXTS } from './consent-text.js';
import { ConsentLanguage } from '../ervaringsdeskundige.enums.js';

const isEnglish = sql`${viewerLocale}::text = 'en'`;
const each = (part: 'version' | 'nl' | 'en') => constant(CONSENT_TEXTS.map((text) => text[part]));
const texts = sql`select * from unnest(${each('version')}::text[], ${each('nl')}::text[], ${each('en')}::text[])
  with ordinality text (version, nl, en, place)`;

@ObjectType({ description: 'What somebody agrees to when they let themselves be found.' })
export class FindableConsentText {
  @Reads(value((text) => sql`${text}.version`))
  @Field({ description: 'Which words; goes into `textVersion`.' })
  version: string;

  @Reads(value(() => sql`case when ${isEnglish} then 'EN' else 'NL' end`))
  @Field(() => ConsentLanguage, { description: 'Language of `text`: that of the viewer.' })
  language: keyof typeof ConsentLanguage;

  @Reads(value((text) => sql`case when ${isEnglish} then ${text}.en else ${text}.nl end`))
  @Field({
    description: 'The words to show, in the language of the viewer; paragraphs are apart by an empty line.',
  })
  text: string;

  @Reads(value((text) => sql`${text}.place = 1`))
  @Field({ description: 'Whether it is the text to show today; an older one cannot be agreed to any more.' })
  current: boolean;
}

@Resolver()
export class ConsentTextQuery {
  @Reads({
    kind: 'one',
    from: () => texts,
    where: (_row, text, { version }) =>
      version ? sql`${text}.version = ${version.parameter}::text` : sql`${text}.place = 1`,
  })
  @Query(() => FindableConsentText, {
    nullable: true,
    description: 'The words of the consent to be found; null when there is no such version.',
  })
  findableConsentText(
    @Arg('version', () => String, {
      nullable: true,
      description: 'Which version, such as one that the ledger names; the current one when left out.',
    })
    _version?: string,
  ): FindableConsentText | null {
    return readByEngine();
  }
}
