import { readFileSync } from 'node:fs';
import path from 'node:path';

export const README = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');

/** The fenced blocks in a language, of the whole README or of the section with this heading. */
export function blocks(language: string, section?: string): string[] {
  const text = section === undefined ? README : sectionOf(section);
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map((found) => found[1]!);
}

export function sectionOf(heading: string): string {
  const [, after] = README.split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`the README has no section "${heading}"`);
  return after.split('\n## ')[0]!;
}
