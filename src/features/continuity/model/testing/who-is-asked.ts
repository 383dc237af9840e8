import { nodeId } from '../../../../kernel/node-id.js';
import type { MailWorld } from '../../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../../testing/makers/seat-makers.js';
import { coordinatorOf } from './commands/model-commands.js';
import type { NetworkModel } from './succession-model.js';

const SUGGESTED = `query($id: ID!) { node(id: $id) { ... on SuccessionPlan { suggestions { person { id } } } } }`;
const MATCHED = `query($id: ID!) { matches(seatId: $id, first: 100) { nodes { ervaringsdeskundige { id } } } }`;

/** Whether somebody is written to, suggested, matched or invited: all of them would be, if nothing happened to them. */
export class WhoIsAsked {
  private readonly make: ProfileMakers;
  private readonly profiles: string[] = [];
  private seat = '';

  private constructor(
    private readonly mail: MailWorld,
    private readonly people: readonly string[],
  ) {
    this.make = new ProfileMakers(mail.service.owner);
  }

  static async begin(mail: MailWorld, people: readonly string[], region: string): Promise<WhoIsAsked> {
    const asked = new WhoIsAsked(mail, people);
    const seats = new SeatMakers(mail.service.owner);
    asked.seat = await seats.seat(await seats.body(region), '2020-01-01');
    for (const [n, person] of people.entries()) {
      asked.profiles.push(await asked.make.profile(person, null));
      await mail.email(person, addressOf(n));
    }
    return asked;
  }

  /** They may all be found again, and one of them is invited. */
  async anew(): Promise<void> {
    await this.mail.service.owner.query('delete from seat_invitations');
    for (const person of this.people) await this.make.consent(person, 'COUNTRY');
    const state = { by: coordinatorOf(0), expiresOn: '2027-12-31' };
    await this.make.invitation(this.seat, this.profiles[1]!, state);
    await this.mail.service.owner.query(
      `insert into stale_subjects (subject_type, subject_id) values ('AdvisorySeat', $1)`,
      [this.seat],
    );
    await this.mail.forgetEmails();
  }

  /** Since this was asked last. */
  async writtenTo(): Promise<number[]> {
    const emails = await this.mail.emails();
    await this.mail.forgetEmails();
    const to = emails.map(({ header }) => header('to'));
    return this.who((n) => to.some((address) => address?.includes(addressOf(n))));
  }

  async suggestedFor({ region, plans }: NetworkModel): Promise<number[]> {
    const suggested: string[] = [];
    for (const { id } of plans.filter(({ closed }) => !closed)) {
      const { node } = await this.ask(region, SUGGESTED, nodeId('SuccessionPlan', id));
      suggested.push(...node.suggestions.map(({ person }: { person: { id: string } }) => person.id));
    }
    return this.who((n) => suggested.includes(nodeId('Person', this.people[n]!)));
  }

  async matched(): Promise<number[]> {
    const { matches } = await this.ask(0, MATCHED, nodeId('AdvisorySeat', this.seat));
    const found = matches.nodes.map(
      (each: { ervaringsdeskundige: { id: string } }) => each.ervaringsdeskundige.id,
    );
    return this.who((n) => found.includes(nodeId('Ervaringsdeskundige', this.profiles[n]!)));
  }

  private async ask(region: number, query: string, id: string) {
    const { data, errors } = await this.mail.service.ask(coordinatorOf(region), query, { id });
    expect(errors).toBeUndefined();
    return data;
  }

  private who(isAsked: (person: number) => boolean): number[] {
    return [...this.people.keys()].filter(isAsked);
  }
}

function addressOf(person: number): string {
  return `ouder${person}@example.org`;
}
