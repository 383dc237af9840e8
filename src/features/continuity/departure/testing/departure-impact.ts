import type { TestService } from '../../../../testing/test-service.js';

/** The fields of a departure that are tested here. */
export interface Impact {
  readonly person: { id: string };
  readonly on: string;
  readonly networks: readonly {
    oudernetwerk: { id: string; name: string };
    before: string;
    after: string;
    coveredBy: { __typename: string; id: string } | null;
    findings: { code: string; severity: number }[];
  }[];
  readonly seats: readonly { id: string }[];
  readonly openItems: number;
  readonly repairs: readonly {
    code: string;
    message: string;
    subject: { __typename: string; id: string } | null;
  }[];
}

export const DEPARTURE = `query($id: ID!, $on: Date!) { departureImpact(personId: $id, on: $on) { person { id } on
  openItems seats { id } networks { oudernetwerk { id name } before after coveredBy { __typename id } findings { code severity } }
  repairs { code message subject { __typename id } } } }`;

/** The last day of the departing person. */
export const LAST_DAY = '2027-01-31';

export async function departureImpact(
  service: TestService,
  id: string,
  on = LAST_DAY,
  subject = 'coordinator',
): Promise<Impact> {
  const { data, errors } = await service.ask(subject, DEPARTURE, { id, on });
  expect(errors).toBeUndefined();
  return data.departureImpact;
}
