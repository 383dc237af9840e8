import { Catalogue, type Locale } from '../../kernel/messages.js';
import { type Activity, CONTROLLERS, GROUNDS, type Processed } from '../../writes/processing.js';
import { FEATURES } from '../features.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const NAMES = new Catalogue({ nl: nl.activities, en: en.activities });
const PURPOSES = new Catalogue({ nl: nl.purposes, en: en.purposes });
const CONTROLLER_NAMES = new Catalogue({ nl: nl.controllers, en: en.controllers });
const GROUND_NAMES = new Catalogue({ nl: nl.grounds, en: en.grounds });
const WHOSE = new Catalogue({ nl: nl.whose, en: en.whose });
const SEEN_BY = new Catalogue({ nl: nl.seenBy, en: en.seenBy });
const NOTES = new Catalogue({ nl: nl.notes, en: en.notes });
const KEPT = new Catalogue({ nl: nl.kept, en: en.kept });

const PROCESSED: readonly Processed[] = FEATURES.flatMap(({ processed = [] }) => processed);

/** One entry of the register, in words. The names are those of the API. */
export interface RegisterEntry {
  readonly name: string;
  readonly purpose: string;
  readonly grounds: readonly { readonly controller: string; readonly ground: string }[];
  readonly data: readonly {
    readonly place: string;
    readonly columns: readonly string[];
    readonly whose: string;
    readonly seenBy: readonly string[];
    readonly kept: string;
    readonly health: string | null;
  }[];
}

/** What personal data are kept for: one entry for each purpose, from what the features say beside their tables. */
export function registerIn(locale: Locale): readonly RegisterEntry[] {
  return (Object.keys(GROUNDS) as Activity[]).map((activity) => ({
    name: NAMES.text(activity, locale),
    purpose: PURPOSES.text(activity, locale),
    grounds: CONTROLLERS.map((controller) => ({
      controller: CONTROLLER_NAMES.text(controller, locale),
      ground: GROUND_NAMES.text(GROUNDS[activity][controller], locale),
    })),
    data: PROCESSED.filter((each) => each.activity === activity).map(
      ({ table, columns, whose, seenBy, kept, health }) => ({
        place: table,
        columns,
        whose: WHOSE.text(whose, locale),
        seenBy: seenBy.map((who) => SEEN_BY.text(who, locale)),
        kept: KEPT.text(kept, locale),
        health: health ? NOTES.text('health', locale) : null,
      }),
    ),
  }));
}
