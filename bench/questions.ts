/** The questions of the benchmark, as GraphQL. The limit server gets only their variables. */

export type QuestionName = 'single' | 'page' | 'search' | 'worklist' | 'risk' | 'handover';

/** The viewer: a coordinator who reads, one who writes, a national admin, or a secretary. */
export type Asker = 'reader' | 'writer' | 'national' | 'secretary';

/** How a right answer is distinguished from a wrong one. */
export interface RightAnswer {
  /** keys down to the first value of a right answer; a wrong one has null, an empty list or errors there */
  readonly begins: readonly string[];
  /** what every right answer contains, spaces aside */
  readonly holds?: RegExp;
}

export interface Question extends RightAnswer {
  readonly name: QuestionName;
  readonly title: string;
  readonly as: Asker;
  readonly document: string;
  /** minimum share of the limit's requests per second that the service must reach */
  readonly goal?: number;
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'single',
    title: 'one network with region, trekkers with person, last 5 activities',
    as: 'reader',
    document: `query($id: ID!) { oudernetwerk(id: $id) { id name status region { id code name }
      trekkers { id role period { from until } person { id displayName } }
      activities(first: 5) { nodes { id on kind title attendance } } } }`,
    begins: ['data', 'oudernetwerk', 'id'],
    goal: 0.5,
  },
  {
    name: 'page',
    title: '50 networks of a region with current trekkers, person and last activity',
    as: 'reader',
    document: `query($region: ID!, $after: String) { oudernetwerken(first: 50, after: $after,
        filter: { regionId: $region, status: [ACTIVE] }, orderBy: { field: NAME, direction: ASC }) {
      nodes { id name status lastActivityOn trekkers { id role person { id displayName } }
        activities(first: 1) { nodes { id on title } } }
      pageInfo { hasNextPage endCursor } } }`,
    begins: ['data', 'oudernetwerken', 'nodes', 'id'],
    goal: 0.85,
  },
  {
    name: 'search',
    title: 'name search, 20 people with their current networks',
    as: 'reader',
    document: `query($q: String!) { people(first: 20, filter: { search: $q }) { nodes { id displayName
      trekkerschappen(first: 5, filter: { current: true }) { nodes { id oudernetwerk { id name } } } } } }`,
    begins: ['data', 'people', 'nodes', 'id'],
    goal: 0.75,
  },
  {
    name: 'worklist',
    title: 'first 25 items of the worklist of a region, with their reasons',
    as: 'reader',
    document: `query($region: ID!) { worklist(regionId: $region, first: 25) {
      nodes { subject { id ... on Oudernetwerk { name } } band dueOn snoozedUntil
        reasons { code severity dueOn message suggestedAction { code message } } }
      pageInfo { hasNextPage } } }`,
    begins: ['data', 'worklist', 'nodes', 'subject', 'id'],
    goal: 0.75,
  },
  {
    name: 'risk',
    title: 'the first 50 networks at risk in the whole country, worst first, with their findings',
    as: 'national',
    document: `query { oudernetwerken(first: 50, filter: { band: [AT_RISK, CRITICAL] },
        orderBy: { field: SEVERITY, direction: DESC }) {
      nodes { id name region { code name } continuity { band securedUntil findings { code severity dueOn message } } }
      pageInfo { hasNextPage } } }`,
    begins: ['data', 'oudernetwerken', 'nodes', 'id'],
    goal: 0.75,
  },
  {
    name: 'handover',
    title: 'mutation trekkerschapHandOver',
    as: 'writer',
    document: `mutation($input: TrekkerschapHandOverInput!) { trekkerschapHandOver(input: $input) {
      ended { id period { until } } started { id role period { from } person { id displayName } }
      errors { code message } } }`,
    begins: ['data', 'trekkerschapHandOver', 'ended', 'id'],
    holds: /"errors" ?: ?\[\]/,
  },
];

const LONGEST_BEGINNING = 100;

export type Variables = Readonly<Record<string, unknown>>;

/** The request to one server. */
export interface Asked {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function askLimit(question: Question, variables: Variables): Asked {
  return {
    path: `/${question.name}`,
    body: JSON.stringify(variables),
    headers: { 'content-type': 'application/json' },
  };
}

export function askService(question: Pick<Question, 'document'>, variables: Variables, token: string): Asked {
  return {
    path: '/graphql',
    body: JSON.stringify({ query: question.document, variables }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  };
}

/** Fast enough to check every answer: by its beginning, without parsing it. */
export function isRight({ begins, holds }: RightAnswer, body: string): boolean {
  const keys = body.slice(0, LONGEST_BEGINNING).match(/"\w+"(?= ?:)/g) ?? [];
  return (
    begins.every((key, i) => keys[i] === `"${key}"`) && body.endsWith('}') && (!holds || holds.test(body))
  );
}
