import { GraphQLError, type ValidationRule } from 'graphql';

/** A kind of operation that the schema does not have: graphql-js validates it, and fails when it runs. */
export const refuseMissingRoots: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`This service has no ${node.operation}.`, { nodes: [node] }));
  },
});
