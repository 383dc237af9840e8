import { failure } from '../kernel/failure.js';
import type { Argument } from './argument.js';

/** Refuses a request whose whole number is not in this range. */
export function requireBetween(asked: Argument | undefined, min: number, max: number): void {
  if (!asked || (Number(asked.value) >= min && Number(asked.value) <= max)) return;
  throw failure('BAD_NUMBER', asked.path, { path: asked.path.join('.'), min, max });
}
