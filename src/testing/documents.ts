import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

/** A document by its path from the root, such as `docs/glossary.md`. */
export function documentAt(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The paths of all documents, from the root. */
export function documentPaths(): string[] {
  const inDocs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join('docs', file.split(path.sep).join('/')));
  return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...inDocs.sort()];
}

/** The fenced blocks in a language, of a whole document or of the section with this heading. */
export function blocks(file: string, language: string, section?: string): string[] {
  const text = section === undefined ? documentAt(file) : sectionOf(file, section);
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((found) => found[1]!);
}

function sectionOf(file: string, heading: string): string {
  const [, after] = documentAt(file).split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`${file} has no section "${heading}"`);
  return after.split('\n## ')[0]!;
}

/** Everything outside fenced blocks and inline code. */
export function proseOf(text: string): string {
  return text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
    const slug = heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const earlier = seen.get(slug) ?? 0;
    seen.set(slug, earlier + 1);
    return earlier === 0 ? slug : `${slug}-${earlier}`;
  });
}
