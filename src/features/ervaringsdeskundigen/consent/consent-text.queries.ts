import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { constant, sql, viewerLocale } from '../../../reads/sql.js';
import { CONSENT_TEXTS } from './consent-text.js';
import { ConsentLanguage } from '../ervaringsdeskundige.enums.js';

const isEnglish = sql`${viewerLocale}::text = 'en'`;
const each = (part: 'version' | 'nl' | 'en') => constant(CONSENT_TEXTS.map((text) => text[part]));
const texts = sql`select * from unnest(${each('version')}::text[], ${each('nl')}::text[], ${each('en')}::text[])
  with ordinality text (version, nl, en, place)`;

@ObjectType({ description: 'The text that a person agrees to when giving consent to be findable.' })
export class FindableConsentText {
  @Reads(value((text) => sql`${text}.version`))
  @Field({ description: 'Version of the text; pass it as `textVersion`.' })
  version: string;

  @Reads(value(() => sql`case when ${isEnglish} then 'EN' else 'NL' end`))
  @Field(() => ConsentLanguage, { description: 'Language of `text`: the viewer’s language.' })
  language: keyof typeof ConsentLanguage;

  @Reads(value((text) => sql`case when ${isEnglish} then ${text}.en else ${text}.nl end`))
  @Field({
    description: 'The text to show, in the viewer’s language; paragraphs are separated by an empty line.',
  })
  text: string;

  @Reads(value((text) => sql`${text}.place = 1`))
  @Field({ description: 'Whether this is the current text; an older one can no longer be agreed to.' })
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
    description: 'The text of the consent to be findable; null if the version does not exist.',
  })
  findableConsentText(
    @Arg('version', () => String, {
      nullable: true,
      description:
        'Version of the text, such as one named in the consent ledger; defaults to the current one.',
    })
    _version?: string,
  ): FindableConsentText | null {
    return readByEngine();
  }
}
