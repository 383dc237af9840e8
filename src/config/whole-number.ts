/** A whole number from `min` to `max`, in digits alone. */
export function wholeNumber(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (number >= min && number <= max) return number;
  throw new Error(`it is a whole number from ${min} to ${max}`);
}
