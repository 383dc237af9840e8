import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { insert } from '../../db/rows.js';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findLocked } from '../../writes/find.js';
import { about, fieldsOf } from '../../writes/events.js';
import { NothingChanged, saveLinks, saveNews } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import { allow, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { refuseDeceased } from '../people/deceased.js';
import { PersonEntity } from '../people/person.entity.js';
import { chosenThemes } from '../regions/chosen-themes.js';
import { ErvaringsdeskundigeEntity, ErvaringsdeskundigeThemeEntity } from './ervaringsdeskundige.entity.js';
import type {
  ErvaringsdeskundigeRegisterInput,
  ErvaringsdeskundigeUpdateInput,
} from './ervaringsdeskundige.inputs.js';
import { checkedProfile } from './profile-checks.js';

type Answer = { ervaringsdeskundige: string };

/** A parent themselves, or a coordinator of their home region. It does not make them findable: their consent does. */
export const registerErvaringsdeskundige: UseCase<ErvaringsdeskundigeRegisterInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const path = ['input', 'personId'];
    const person = await find(tx, PersonEntity, input.personId, path);
    const coordinates = manages(tx.viewer, person.regionId);
    allow(coordinates || isSelf(tx.viewer, person.id));
    refuseDeceased(person, null, path);
    if (!person.perspectives.includes('OUDER')) throw failure('NOT_A_PARENT', path);
    const checks = new Checks();
    const speaking = { tx, before: null, ownWords: !coordinates };
    const said = { ...input, languages: input.languages ?? undefined };
    const given = checkedProfile(checks, speaking, said, (field) => ['input', field]);
    checks.done();
    if (await tx.manager.existsBy(ErvaringsdeskundigeEntity, { personId: person.id })) {
      throw failure('ALREADY_REGISTERED', path);
    }

    const id = uuid();
    insert(tx, ErvaringsdeskundigeEntity, {
      ...asTold(person),
      ...given,
      id,
      personId: person.id,
      pseudonym: await newPseudonym(tx),
      registeredOn: tx.today,
    });
    await setThemes(tx, id, input.themeIds, ['input', 'themeIds']);
    const subject = about('Ervaringsdeskundige', { id, regionId: person.regionId });
    tx.record({ name: 'ervaringsdeskundige.registered', ...subject, details: { fields: [] } });
    return { ervaringsdeskundige: id };
  },
};

/** Defaults from what the person stated before; without stated forms of participation they are available for a seat. */
function asTold({ language, participationForms, hoursPerMonth, dayParts }: PersonEntity) {
  const forms = participationForms.length > 0 ? participationForms : ['SEAT'];
  return { languages: [language], participationForms: forms, hoursPerMonth, dayParts, meetingForms: [] };
}

export const updateErvaringsdeskundige: UseCase<ErvaringsdeskundigeUpdateInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const profile = await findLocked(tx, ErvaringsdeskundigeEntity, input);
    const coordinates = manages(tx.viewer, profile.regionId);
    allow(coordinates || isSelf(tx.viewer, profile.personId));
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes = checkedProfile(checks, { tx, before: profile, ownWords: !coordinates }, patch, at);
    checks.done();
    const { id } = profile;
    const saved = [
      saveNews(tx, ErvaringsdeskundigeEntity, profile, changes),
      patch.themeIds !== undefined && (await setThemes(tx, id, patch.themeIds ?? [], at('themeIds'))),
    ];
    if (!saved.includes(true)) throw new NothingChanged({ ervaringsdeskundige: id });
    const subject = about('Ervaringsdeskundige', profile);
    tx.record({ name: 'ervaringsdeskundige.updated', ...subject, details: { fields: fieldsOf(patch) } });
    return { ervaringsdeskundige: id };
  },
};

async function setThemes(
  tx: Tx,
  ervaringsdeskundigeId: string,
  ids: readonly string[],
  path: readonly string[],
): Promise<boolean> {
  const rows = await tx.manager.findBy(ErvaringsdeskundigeThemeEntity, { ervaringsdeskundigeId });
  const before = rows.map(({ themeId }) => themeId);
  const chosen = await chosenThemes(tx, ids, before, path);
  return saveLinks(tx, ErvaringsdeskundigeThemeEntity, { ervaringsdeskundigeId }, 'themeId', chosen);
}

/** Random, so that it leads to nobody; unique among all profiles, including hidden ones. */
async function newPseudonym(tx: Tx): Promise<string> {
  const pseudonym = `Ervaringsdeskundige ${randomBytes(3).toString('hex')}`;
  const isTaken = await asSystem(tx, () => tx.manager.existsBy(ErvaringsdeskundigeEntity, { pseudonym }));
  return isTaken ? newPseudonym(tx) : pseudonym;
}
