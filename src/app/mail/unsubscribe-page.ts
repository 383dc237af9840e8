import { plainPage } from './plain-page.js';

export const PAGES = {
  ask: plainPage(
    'Afmelden',
    `<p>Wilt u deze berichten niet meer per e-mail ontvangen?</p>
<form method="post"><button>Ja, meld mij af</button></form>`,
  ),
  done: plainPage(
    'U bent afgemeld',
    `<p>U krijgt deze berichten niet meer. Toch weer ontvangen? Vraag het de coördinator van uw regio, of zet het aan bij uw account.</p>`,
  ),
  unknown: plainPage(
    'Deze link werkt niet',
    `<p>Gebruik de link onderaan een bericht dat u van ons kreeg, of vraag het de coördinator van uw regio.</p>`,
  ),
} as const;
