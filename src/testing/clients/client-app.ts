import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** Text by the name of its file, without extension. */
export type Documents = Readonly<Record<string, string>>;

/** schema.graphql as it is checked in: all that a partner has of this service. */
export function publicSchema(): string {
  return readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8');
}

/** The operations for one kind of client. */
export function documentsFor(client: 'relay' | 'any'): Documents {
  const folder = path.join(__dirname, client === 'relay' ? 'relay' : 'documents');
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      path.basename(file, '.graphql'),
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );
}

/** The code of a partner's app: a folder outside the project, with the packages of the project. */
export class ClientApp {
  readonly folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'okn-client-app-')));

  constructor() {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'), 'junction');
    this.write('schema.graphql', publicSchema());
  }

  write(file: string, text: string): void {
    const at = path.join(this.folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
