import type { Format, Kind, Purpose } from './export/list-export.enums.js';

declare module '../../kernel/event.js' {
  interface EventSubjects {
    import: { subjectType: 'Import' };
    list: { subjectType: 'ListExport' };
  }

  interface EventDetails {
    'import.started': { kind: string };
    'import.uploaded': { rows: number };
    'import.mapped': Record<string, never>;
    'import.decided': { rows: number };
    /** it waits for work that is done behind the request */
    'import.applyAsked': Record<string, never>;
    'import.discarded': Record<string, never>;
    'import.undoAsked': Record<string, never>;
    'import.recorded': { rows: number };
    'import.applied': Record<string, never>;
    'import.partsRemoved': { parts: number };
    'import.reverted': Record<string, never>;
    'list.exported': { kind: Kind; purpose: Purpose; format: Format };
    'list.downloaded': { rows: number };
  }
}

export {};
