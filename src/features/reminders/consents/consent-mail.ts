import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import type { Place } from '../mail/page/letterhead.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const SUBJECTS = new Catalogue({ nl: nl.consentSubjects, en: en.consentSubjects });
const RECORDED = new Catalogue({ nl: nl.consents, en: en.consents });
const HOLDS = new Catalogue({ nl: nl.consentHolds, en: en.consentHolds });
const RIGHT = new Catalogue({ nl: nl.consentRight, en: en.consentRight });
const FRAME = new Catalogue({ nl: nl.consentFrame, en: en.consentFrame });

const CONSENT_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('CONSENT_RECORDED'),
    ervaringsdeskundige_id: v.string(),
    params: v.object({
      outcome: v.picklist(['GIVEN', 'WITHDRAWN']),
      channel: v.picklist(['PAPER', 'PHONE', 'IN_PERSON']),
      /** that the account coordinates, by which it keeps the record of this person; null = none any more */
      regionId: v.nullable(v.string()),
    }),
  }),
);

type ConsentMail = Checked<typeof CONSENT_MAIL>;

/** To the person whose consent somebody else recorded or withdrew, whatever reminders they want, and to nobody else. */
export const consentMail: MailKind = {
  names: ['CONSENT_RECORDED'],
  letterOf(row) {
    const mail = CONSENT_MAIL.check(row);
    return {
      mail,
      scope: null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: (tx) => isNewest(tx, mail),
      content: (tx, locale) => consentContent(tx, mail, locale),
      onPaper: () => mail.recipient_id,
      inPause: 'TOLD',
      waits: true,
      toAnybody: true,
      audience: () => null,
    };
  },
};

async function placeOf(tx: Tx, { ervaringsdeskundige_id }: ConsentMail): Promise<Place> {
  const [profile] = await tx.query<Place>(
    'select null as oudernetwerk_id, region_id from ervaringsdeskundigen where id = $1',
    [ervaringsdeskundige_id],
  );
  return profile!;
}

/** Whether no later one about the same person tells what holds. */
async function isNewest(tx: Tx, { id }: ConsentMail): Promise<boolean> {
  const later = await tx.query(
    `select from mails m join mails l on l.ervaringsdeskundige_id = m.ervaringsdeskundige_id
     where m.id = $1 and (l.made_at, l.id) > (m.made_at, m.id) limit 1`,
    [id],
  );
  return later.length === 0;
}

interface Told {
  /** null = no consent */
  readonly until: string | null;
  readonly place: 'REGION' | 'REGION_AND_AGREEMENTS' | 'COUNTRY';
  readonly apps: 'yes' | 'no';
  readonly region: string | null;
  readonly organisation: string | null;
}

/** What was recorded, and what holds by now: the person may have changed it since. As the system. */
async function consentContent(tx: Tx, mail: ConsentMail, locale: Locale): Promise<Content> {
  const { outcome, channel, regionId } = mail.params;
  const [about] = await tx.query<Told>(
    `select e.findable_until as until,
       case when e.findable_country then 'COUNTRY'
         when e.findable_in = with_agreements(e.region_id) then 'REGION_AND_AGREEMENTS' else 'REGION' end as place,
       case when e.findable_partners then 'yes' else 'no' end as apps, r.name as region, o.name as organisation
     from ervaringsdeskundigen e join regions home on home.id = e.region_id
     left join organisations o on o.id = home.coordinating_organisation_id
     left join regions r on r.id = $2 where e.id = $1`,
    [mail.ervaringsdeskundige_id, regionId],
  );
  const told = { ...about!, on: mail.made_on, channel };
  const isFound = told.until !== null && !isBefore(day(told.until), tx.today);
  return { ...consentWording(locale, outcome, isFound, told), list: [], entries: [] };
}

export function consentWording(
  locale: Locale,
  outcome: ConsentMail['params']['outcome'],
  isFound: boolean,
  told: Told & { readonly on: string; readonly channel: string },
) {
  const wording: Wording = {
    subject: SUBJECTS.text(outcome, locale),
    paragraphs: [
      RECORDED.text(outcome, locale, { ...told }),
      HOLDS.text(isFound ? 'FOUND' : 'HIDDEN', locale, { ...told }),
      RIGHT.text(outcome, locale, { ...told }),
    ],
  };
  return { ...wording, why: FRAME.text('why', locale) };
}
