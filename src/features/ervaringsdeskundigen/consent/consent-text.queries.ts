import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { readByEngine, Reads, value } from '../../../reads/mapping.js';
import { constant, sql, viewerLocale } from '../../../reads/sql.js';
import { CONSENT_TEXTS, currentText } from './consent-text.js';
import { ConsentLanguage, ConsentScope } from '../ervaringsdeskundige.enums.js';

const isEnglish = sql`${viewerLocale}::text = 'en'`;
const each = (part: 'version' | 'nl' | 'en') => constant(CONSENT_TEXTS.map((text) => text[part]));
const places = constant(CONSENT_TEXTS.map((text) => text.places.join(' ')));
const isCurrent = constant(CONSENT_TEXTS.map((text) => currentText(text.places) === text));
const texts = sql`select * from unnest(${each('version')}::text[], ${each('nl')}::text[], ${each('en')}::text[],
  ${places}::text[], ${isCurrent}::boolean[]) text (version, nl, en, places, current)`;

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

  @Reads(value((text) => sql`string_to_array(${text}.places, ' ')`))
  @Field(() => [ConsentScope], {
    description: 'The scopes that it speaks of; the others take another text. PARTNER_APPS may go with each.',
  })
  scopes: (keyof typeof ConsentScope)[];

  @Reads(value((text) => sql`${text}.current`))
  @Field({
    description: 'Whether this is the current text for its scopes; an older one can no longer be agreed to.',
  })
  current: boolean;
}

@Resolver()
export class ConsentTextQuery {
  @Reads({
    kind: 'one',
    from: () => texts,
    where: (_row, text, { version, scope }) =>
      version
        ? sql`${text}.version = ${version.parameter}::text`
        : sql`${text}.current and ${scope!.code()} = any (string_to_array(${text}.places, ' '))`,
  })
  @Query(() => FindableConsentText, {
    nullable: true,
    description: 'The text of the consent to be findable; null if the version does not exist.',
  })
  findableConsentText(
    @Arg('version', () => String, {
      nullable: true,
      description:
        'Version of the text, such as one named in the consent ledger; defaults to the current one for `scope`.',
    })
    _version?: string,
    @Arg('scope', () => ConsentScope, {
      defaultValue: 'REGION',
      description: 'The place that the person chooses; ignored if a version is given.',
    })
    _scope?: keyof typeof ConsentScope,
  ): FindableConsentText | null {
    return readByEngine();
  }
}
