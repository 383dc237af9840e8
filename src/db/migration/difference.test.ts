import { difference } from './difference.js';

const MEMBERSHIPS = `create table memberships (
  id uuid not null,
  constraint memberships_network_fkey FOREIGN KEY (network) REFERENCES networks(id),
  constraint memberships_person_fkey FOREIGN KEY (person) REFERENCES people(id)
);
create index on memberships (person);`;
const PEOPLE = `create table people (
  id uuid not null
);
create policy owner on people;
create policy regional on people;`;

function told(found: string): string | null {
  const differs = difference(`${MEMBERSHIPS}\n\n${PEOPLE}`, found, 180_000);
  return differs && `${differs.names.join(', ')}\n${differs.lines}`;
}

const without = (line: string, block: string) => block.replace(`${line}\n`, '');
const FIRST_KEY = '  constraint memberships_network_fkey FOREIGN KEY (network) REFERENCES networks(id),';
const LAST_KEY = '  constraint memberships_person_fkey FOREIGN KEY (person) REFERENCES people(id)';
const POLICY = 'create policy owner on people;';

test.each([
  ['nothing', `${MEMBERSHIPS}\n\n${PEOPLE}`, null],
  [
    'the first of two',
    `${without(FIRST_KEY, MEMBERSHIPS)}\n\n${PEOPLE}`,
    `table memberships\n- ${FIRST_KEY}`,
  ],
  [
    'the last, so that the one before it ends without a comma',
    `${without(LAST_KEY, MEMBERSHIPS).replace('networks(id),', 'networks(id)')}\n\n${PEOPLE}`,
    `table memberships\n- ${LAST_KEY}`,
  ],
  [
    'one each of two tables',
    `${without(FIRST_KEY, MEMBERSHIPS)}\n\n${without(POLICY, PEOPLE)}`,
    `table memberships, table people\n- ${FIRST_KEY}\n- ${POLICY}`,
  ],
  [
    'one that was changed',
    `${MEMBERSHIPS}\n\n${PEOPLE.replace('uuid', 'text')}`,
    'table people\n-   id uuid not null\n+   id text not null',
  ],
  [
    'the order alone',
    `${MEMBERSHIPS}\n\n${without(POLICY, PEOPLE)}\n${POLICY}`,
    `table people\n- ${POLICY}\n- create policy regional on people;\n+ create policy regional on people;\n+ ${POLICY}`,
  ],
])('names what differs, and nothing beside it: %s', (_what, found, expected) => {
  expect(told(found)).toBe(expected);
});
