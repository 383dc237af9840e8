import * as v from 'valibot';
import { JsonShape } from '../db/json-shape.js';
import { today, type Clock, type Elapsed } from '../kernel/clock.js';
import type { DomainEvent, SubjectType } from '../kernel/event.js';
import type { Locale } from '../kernel/messages.js';
import { RateBudget } from '../kernel/rate-budget.js';
import { RecentMap } from '../kernel/recent-map.js';
import { eachScope, nobody, type Viewer, type ViewerRole } from '../kernel/viewer.js';
import type { ReadPool } from '../db/reading/read-pool.js';
import { reachOf } from '../db/viewer-settings.js';
import type { Identity } from './sign-in/access-token.js';

/** Rights read from the tables are relied on for this long; our own writes invalidate them at once. */
const TRUSTED_MS = 5_000;
const LARGEST = 10_000;
/** Of the accounts that one client asks for, so many may be unknown before its lookups take turns among themselves. */
const STRANGERS = { burst: 10, perSecond: 10 / 60 };

/** What changes the rights of those who fill seats. */
const OF_BODIES: readonly SubjectType[] = ['AdvisoryBody', 'RegionAgreement'];

/** The row that `viewer_of` returns. */
const VIEWER_OF = new JsonShape(
  'viewer_of',
  v.object({
    accountId: v.string(),
    locale: v.nullable(v.picklist(['nl', 'en'])),
    personId: v.nullable(v.string()),
    roles: v.array(
      v.object({
        kind: v.picklist(['ADMIN', 'COORDINATOR', 'SECRETARY', 'SUPPORTER']),
        regionId: v.nullable(v.string()),
        organisationId: v.nullable(v.string()),
      }),
    ),
    ...eachScope(() => v.array(v.string())),
  }),
);

/** The viewer of a request, from our tables on the clock's day; null for an account that is not known. */
export class Viewers {
  private readonly known = new RecentMap<
    string,
    { viewer: Promise<Viewer | null>; until: number; lasting: boolean; isKnown: boolean }
  >(LARGEST);
  private readonly strangers: RateBudget;

  constructor(
    private readonly reads: Pick<ReadPool, 'read'>,
    private readonly clock: Clock,
    private readonly elapsed: Elapsed,
  ) {
    this.strangers = new RateBudget({ ...STRANGERS, now: elapsed });
  }

  /** `client`: who asks, in which way however many accounts they sign in with */
  of(identity: Identity | null, locale: Locale, client: string): Promise<Viewer | null> {
    const day = today(this.clock);
    if (!identity) return Promise.resolve(nobody(locale, day));
    const now = this.elapsed();
    const key = JSON.stringify([identity.issuer, identity.subject, locale, day.toString()]);
    const kept = this.known.get(key);
    if (kept && kept.until > now) return kept.viewer;
    const isTrusted = kept?.isKnown === true || this.strangers.wait(client) === 0;
    // nobody waits for the lookups of others: each has an account of its own, until its id is known
    const account = isTrusted ? `${identity.issuer} ${identity.subject}` : client;
    const viewer = this.ask(identity, locale, day, account);
    const entry = { viewer, until: now + TRUSTED_MS, lasting: false, isKnown: false };
    this.known.set(key, entry);
    viewer.then(
      (who) => {
        entry.isKnown = who !== null;
        entry.lasting = who !== null && reachOf(who) !== 'personal';
        if (!who) this.strangers.charge(client, 1);
      },
      () => this.known.delete(key),
    );
    return viewer;
  }

  /**
   * Something changed: rights that follow from roles are read again; if it was a body or where a body works, those of
   * everybody.
   */
  forget(events: readonly DomainEvent[]): void {
    const bodies = events.some(({ subjectType }) => OF_BODIES.includes(subjectType));
    for (const [key, { lasting }] of this.known) if (bodies || !lasting) this.known.delete(key);
  }

  private async ask(
    { issuer, subject }: Identity,
    locale: Locale,
    day: Viewer['today'],
    account: string,
  ): Promise<Viewer | null> {
    const lookup = {
      name: 'viewer_of',
      key: 'viewer_of',
      text: 'select viewer_of($1, $2, $3::date)::text',
      values: [issuer, subject, day.toString()],
    };
    const text = await this.reads.read(nobody(locale, day), lookup, undefined, account);
    if (!text) return null;
    const known = VIEWER_OF.parse(text);
    const parent: ViewerRole[] = known.personId
      ? [{ kind: 'PARENT', regionId: null, organisationId: null }]
      : [];
    return Object.freeze({
      ...known,
      locale: known.locale ?? locale,
      roles: [...known.roles, ...parent],
      today: day,
    });
  }
}
