declare module 'jest-circus/runner' {
  /** jest's own test runner */
  export default function run(...parts: unknown[]): Promise<unknown>;
}
