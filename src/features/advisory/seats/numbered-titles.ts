/** So many titles that differ by a number, from the first number on that no seat of the body has. */
export function numberedTitles(title: string, count: number, taken: readonly string[]): string[] {
  const titles: string[] = [];
  for (let number = 1; titles.length < count; number++) {
    const numbered = `${title} ${number}`;
    if (!taken.includes(numbered)) titles.push(numbered);
  }
  return titles;
}
