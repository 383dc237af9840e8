import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { NetworkScene } from '../../oudernetwerken/testing/network-scene.js';

const SHOWN = `absence { id version person { id } period { from until } expectedUntil substitute { id role person { id } } }`;

/** A network that somebody leads since January 2026. Uuids, and the public id of the trekkerschap. */
export interface Led {
  readonly network: string;
  readonly trekker: string;
  readonly roleId: string;
}

/** Networks whose trekkers are away, and what covers them meanwhile. */
export class AbsenceScene extends NetworkScene {
  async led(): Promise<Led> {
    const trekker = await this.make.person(this.region);
    const network = await this.make.network(this.region, { activeFrom: '2026-01-01', ledBy: trekker });
    return { network, trekker, roleId: nodeId('Trekkerschap', await this.trekkerschapOf(network, trekker)) };
  }

  async trekkerschapOf(network: string, person: string): Promise<string> {
    const { rows } = await this.service.owner.query<{ id: string }>(
      'select id from trekkerschappen where oudernetwerk_id = $1 and person_id = $2 order by period desc',
      [network, person],
    );
    return rows[0]!.id;
  }

  /** The payload of a mutation that succeeds. */
  async done(mutation: string, input: object, subject?: string) {
    const { errors, ...payload } = await this.run(
      mutation,
      input,
      mutation === 'absenceAnnul' ? 'person { id }' : SHOWN,
      subject,
    );
    expect(errors).toEqual([]);
    return payload.absence ?? payload;
  }

  /** The days on which somebody stands by, and that a network is nobody's on. */
  async cover(network: string) {
    const { rows } = await this.service.owner.query<{ standby: string[]; nobodys: string }>(
      `select array(select period::text from caretakerships where oudernetwerk_id = $1 and standby order by period)
         as standby, uncovered_days($1)::text as nobodys`,
      [network],
    );
    expect(rows[0]!.nobodys).toBe('{}');
    return rows[0]!.standby;
  }

  async periodOf(id: string): Promise<string> {
    const { rows } = await this.service.owner.query<{ period: string }>(
      'select period::text from trekkerschappen where id = $1',
      [parseNodeId(id)!.uuid],
    );
    return rows[0]!.period;
  }

  /** The searches for a successor. */
  async plans(network: string): Promise<string[]> {
    const { rows } = await this.service.owner.query<{ status: string }>(
      'select status from succession_plans where oudernetwerk_id = $1',
      [network],
    );
    return rows.map(({ status }) => status);
  }

  async findings(network: string, on: string): Promise<string[]> {
    const { oudernetwerk } = await this.ask(
      `query($id: ID!, $on: Date!) { oudernetwerk(id: $id) { continuity(on: $on) { findings { code } } } }`,
      { id: nodeId('Oudernetwerk', network), on },
    );
    return oudernetwerk.continuity.findings.map(({ code }: { code: string }) => code);
  }
}
