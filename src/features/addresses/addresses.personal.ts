import { DETAIL, type Fates, nothing } from '../../writes/personal.js';

export const ADDRESSES_PERSONAL: Fates = {
  mail_address_changes: { ...DETAIL, departure: 'SILENT', merge: nothing('it waits for its own reader') },
};
