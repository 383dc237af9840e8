import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { printedSchema } from '../app/printed-schema.js';

// npm runs this in the folder of package.json
const file = path.resolve('schema.graphql');
writeFileSync(file, printedSchema());
console.error(`written: ${path.basename(file)}`);
