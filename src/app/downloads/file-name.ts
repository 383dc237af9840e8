const LONGEST = 80;

/** The header that makes a browser save a file under this name, including browsers that only read ASCII in headers. */
export function keptAs(name: string, extension: string): string {
  const full = `${readable(name)}.${extension}`;
  const encoded = encodeURIComponent(full).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain(name)}.${extension}"; filename*=UTF-8''${encoded}`;
}

/** Without characters that some systems do not accept in a file name. */
function readable(name: string): string {
  const clean = name.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ');
  return [...clean.trim()].slice(0, LONGEST).join('').trim();
}

function plain(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters.replace(/[^a-z\d]+/g, '-').slice(0, LONGEST);
  return words.replace(/^-+|-+$/g, '');
}
