import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { find } from '../../graphql/find.js';
import { failure } from '../../kernel/failure.js';
import { PersonEntity } from '../people/person.entity.js';
import { SeatProposalEntity } from './advisory.entity.js';
import { closeOpenProposals } from './close-proposals.js';

/** Who gets a seat, and the question about it that they said yes to, if there was one. */
export interface Appointee {
  readonly personId: string;
  readonly proposalId: string | null;
  /** what in the input named them */
  readonly path: readonly string[];
}

export async function appointee(
  tx: Tx,
  seatId: string,
  input: { readonly personId?: string | null; readonly proposalId?: string | null },
): Promise<Appointee> {
  if ((input.personId == null) === (input.proposalId == null)) {
    throw failure('PERSON_OR_PROPOSAL', ['input', 'personId']);
  }
  return input.proposalId == null
    ? byPerson(tx, seatId, input.personId!)
    : byProposal(tx, seatId, input.proposalId);
}

async function byPerson(tx: Tx, seatId: string, id: string): Promise<Appointee> {
  const path = ['input', 'personId'];
  const { id: personId } = await find(tx, PersonEntity, id, path);
  const yes = await tx.manager.findOneBy(SeatProposalEntity, { seatId, personId, status: 'ACCEPTED' });
  return { personId, proposalId: yes?.id ?? null, path };
}

async function byProposal(tx: Tx, seatId: string, id: string): Promise<Appointee> {
  const path = ['input', 'proposalId'];
  const proposal = await find(tx, SeatProposalEntity, id, path);
  if (proposal.seatId !== seatId) throw failure('OTHER_SEAT', path);
  if (proposal.status !== 'ACCEPTED') throw failure('NOT_ACCEPTED', path);
  return { personId: proposal.personId, proposalId: proposal.id, path };
}

/** Who said yes is appointed by that; other questions about a seat that is held from now on, or will be, are over. */
export async function settleProposals(
  tx: Tx,
  seatId: string,
  proposalId: string | null,
  filled: boolean,
): Promise<void> {
  if (proposalId) {
    // the parent may have taken back their yes meanwhile
    const [settled] = await asSystem(tx, () =>
      tx.query(
        `update seat_proposals set status = 'APPOINTED', version = version + 1 where id = $1 and status = 'ACCEPTED'
         returning id`,
        [proposalId],
      ),
    );
    if (!settled) throw failure('NOT_ACCEPTED', ['input', 'proposalId']);
  }
  if (filled) await closeOpenProposals(tx, seatId, 'SEAT_FILLED', proposalId);
}
