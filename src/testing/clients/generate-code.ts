import path from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse } from 'graphql';
import { type ClientApp, type Documents, publicSchema } from './client-app.js';

/**
 * Runs GraphQL Code Generator with its client preset, into `generated/` of the app. Throws if it refuses a document.
 */
export async function generateCode(app: ClientApp, documents: Documents): Promise<void> {
  const schema = parse(publicSchema());
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'generated/',
    schema,
    schemaAst: buildASTSchema(schema),
    documents: Object.entries(documents).map(([name, text]) => ({
      location: path.join(app.folder, `${name}.graphql`),
      document: parse(text),
      rawSDL: text,
    })),
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'fragmentData' } },
    config: { scalars: { Date: 'string', DateTime: 'string', UUID: 'string' } },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    documentTransforms: [],
  });
  for (const section of sections) app.write(section.filename, await codegen(section));
}
