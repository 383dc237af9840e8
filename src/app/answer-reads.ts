import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult, FragmentDefinitionNode } from 'graphql';
import type { Context } from '../graphql/request.js';
import { fragmentsOf } from '../graphql/document-limits.js';

/** `data` as the JSON text that the database gave; it is sent unchanged. */
class JsonText {
  constructor(readonly text: string) {}
}

const listener: GraphQLRequestListener<Context> = {
  async responseForOperation({ operation, document, contextValue }) {
    const { request } = contextValue;
    const { admission } = request;
    // no admission: the document may not even contain the requested operation
    if (!admission || operation.operation !== 'query') return null;
    const answer = await request.engine.query(
      {
        operation: operation,
        fragments: fragmentRecord(fragmentsOf(document)),
        variables: admission.coercedVariables,
        cost: admission.cost,
        used: request.used,
      },
      () => request.viewer(),
    );
    if (!answer.complete) {
      request.tree = JSON.parse(answer.text) as Record<string, unknown>;
      return null;
    }
    const singleResult = { data: new JsonText(answer.text) as never };
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
  },
};

/** The read engine answers queries; only what it cannot read is left to graphql-js. */
export const answerReads: ApolloServerPlugin<Context> = { requestDidStart: async () => listener };

const records = new WeakMap<object, Record<string, FragmentDefinitionNode>>();

function fragmentRecord(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  let record = records.get(fragments);
  if (!record) records.set(fragments, (record = Object.fromEntries(fragments)));
  return record;
}

/** Like JSON.stringify, but for `data` that is text already. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data, ...rest } = result;
  if (!((data as unknown) instanceof JsonText)) return JSON.stringify(result);
  const after = JSON.stringify(rest).slice(1);
  return `{"data":${(data as unknown as JsonText).text}${after === '}' ? '' : ','}${after}`;
}
