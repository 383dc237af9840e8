/** The four questions of the benchmark, as GraphQL. The limit server gets only their variables. */

export type QuestionName = 'single' | 'page' | 'search' | 'handover';

export interface Question {
  readonly name: QuestionName;
  readonly title: string;
  readonly document: string;
  /** keys down to the first value of a right answer; a wrong one has null, an empty list or errors there */
  readonly begins: readonly string[];
  /** what every right answer holds, spaces aside */
  readonly holds?: RegExp;
  /** least share of the limit's requests per second that the service must reach */
  readonly goal?: number;
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'single',
    title: 'one network with region, trekkers with person, last 5 activities',
    document: `query($id: ID!) { oudernetwerk(id: $id) { id name status region { id code name }
      trekkers { id role period { from until } person { id displayName } }
      activities(first: 5) { nodes { id on kind title attendance } } } }`,
    begins: ['data', 'oudernetwerk', 'id'],
    goal: 0.5,
  },
  {
    name: 'page',
    title: '50 networks of a region with current trekkers, person and last activity',
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
    document: `query($q: String!) { people(first: 20, filter: { search: $q }) { nodes { id displayName
      trekkerschappen(first: 5, filter: { current: true }) { nodes { id oudernetwerk { id name } } } } } }`,
    begins: ['data', 'people', 'nodes', 'id'],
    goal: 0.75,
  },
  {
    name: 'handover',
    title: 'mutation trekkerschapHandOver',
    document: `mutation($input: TrekkerschapHandOverInput!) { trekkerschapHandOver(input: $input) {
      ended { id period { until } } started { id role period { from } person { id displayName } }
      errors { code message } } }`,
    begins: ['data', 'trekkerschapHandOver', 'ended', 'id'],
    holds: /"errors" ?: ?\[\]/,
  },
];

const LONGEST_BEGINNING = 100;

export type Variables = Readonly<Record<string, unknown>>;

/** What one server is asked, and how. */
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

export function askService(question: Question, variables: Variables, token: string): Asked {
  return {
    path: '/graphql',
    body: JSON.stringify({ query: question.document, variables }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  };
}

/** Quick enough to check every answer: by its beginning, without parsing it. */
export function isRight({ begins, holds }: Question, body: string): boolean {
  const keys = body.slice(0, LONGEST_BEGINNING).match(/"\w+"(?= ?:)/g) ?? [];
  return (
    begins.every((key, i) => keys[i] === `"${key}"`) && body.endsWith('}') && (!holds || holds.test(body))
  );
}
