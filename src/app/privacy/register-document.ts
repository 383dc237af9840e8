import { registerIn, type RegisterEntry } from './register.js';

export const REGISTER_DOCUMENT = 'docs/privacy/register.md';

const BEGIN = `# Register van verwerkingen

_The record of processing activities (AVG article 30), in Dutch since a functionaris gegevensbescherming reads it; \`processingRegister\` gives it in English too. \`npm run schema\` writes this page from what the code says beside each table, so do not change it by hand._

Wie verantwoordelijk is, verschilt per ouder, netwerk en raad: \`responsibleOrganisation\` zegt het, en elke brief noemt die organisatie. Meestal is dat de coördinerende organisatie van de regio, vaak een samenwerkingsverband of gemeente. De grondslag hangt af van wat voor organisatie dat is. De service geeft uit zichzelf niets aan anderen door en besluit niets over iemand; in welk land zij draait, weet wie haar beheert. Hoe de gegevens beveiligd zijn, staat in [security](../development/security.md); waarom de termijnen zo lang zijn, in [privacy](README.md).
`;

/** The page of documents that is the register. */
export function registerDocument(): string {
  return [BEGIN, ...registerIn('nl').map(sectionOf)].join('\n');
}

function sectionOf({ name, purpose, grounds, data }: RegisterEntry): string {
  const groups = new Map<string, string[]>();
  for (const { controller, ground } of grounds)
    groups.set(ground, [...(groups.get(ground) ?? []), controller]);
  const lines = [...groups].map(([ground, who]) =>
    who.length === grounds.length ? `- Grondslag: ${ground}.` : `- Grondslag voor ${listed(who)}: ${ground}.`,
  );
  const parts = data.map(
    ({ place, columns, whose, seenBy, kept, health }) =>
      `- \`${place}\`: ${columns.map((column) => `\`${column}\``).join(', ')}.\n` +
      `  Van ${whose}. Gezien door: ${seenBy.join('; ')}. Bewaard: ${kept}.${health === null ? '' : ` ${health}`}`,
  );
  return `## ${name}\n\n${purpose}\n\n${lines.join('\n')}\n\nGegevens:\n\n${parts.join('\n')}\n`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}
