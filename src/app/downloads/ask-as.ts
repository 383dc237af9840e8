import { execute, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { Commits } from '../../graphql/commits.js';
import { ApiRequest, type Context } from '../../graphql/request.js';
import { type Clock } from '../../kernel/clock.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { Transact } from '../../db/transaction.js';
import type { ReadEngine } from '../../reads/engine.js';
import type { Ask } from '../../features/lists/export/read-list.js';

interface Parts {
  readonly schema: GraphQLSchema;
  readonly engine: ReadEngine;
  readonly transact: Transact;
  readonly clock: Clock;
}

/** Of a document of our own nobody's budget is asked: its pages wait their turn among the reads of its account. */
export function askAs({ schema, engine, transact, clock }: Parts, viewer: Viewer): Ask {
  return async (document, variables) => {
    const operation = document.definitions[0] as OperationDefinitionNode;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) throw new Error('A list was asked for with variables that its document does not take');
    const request = new ApiRequest({
      id: 'list',
      locale: viewer.locale,
      principalKey: viewer.accountId!,
      engine,
      transact,
      commits: new Commits(),
      serviceUrl: '',
      now: () => clock.now(),
      findViewer: async () => viewer,
    });
    const asked = { operation, fragments: {}, variables: coerced, cost: 0, used: request.used };
    const answer = await engine.query(asked, () => request.viewer());
    const read = JSON.parse(answer.text) as Record<string, unknown>;
    if (answer.complete) return read;
    request.tree = read;
    const contextValue: Context = { request };
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue });
    if (errors) throw errors[0]!;
    return data;
  };
}
