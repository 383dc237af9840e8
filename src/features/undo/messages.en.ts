import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    BUILT_UPON:
      '{what, select, successor {{name} started as a trekker after this, on {from, date}.} term {{name} was appointed after this, from {from, date}.} invited {{name} was invited as a former member after this, on {from, date}.} appointed {{name} became a trekker after this, on {from, date}.} merged {This network went up in {name}, on {from, date}.} joined {{name} went up in this network, on {from, date}. Whoever led that one leads this one since, with a last day on record.} end {This network ended after this, on {from, date}.} substitute {{name} acts meanwhile, from {from, date}.} absence {An absence was recorded from {from, date}.} death {It was recorded with this that {name} died, on {from, date}.} other {Something that builds on this was recorded after it, on {from, date}.}} {what, select, merged {That is not undone. Put right role by role what was wrong.} death {Take that back first.} other {Put that right first.}}',
  },
} as const satisfies SameKeys<typeof nl>;
