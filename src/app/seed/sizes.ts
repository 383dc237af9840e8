export interface SeedSize {
  readonly name: string;
  /** how many of the 42 jeugdregio's get content */
  readonly regions: number;
  readonly networks: number;
  readonly people: number;
  readonly trekkerschappen: number;
  readonly activities: number;
  readonly ervaringsdeskundigen: number;
  readonly bodies: number;
  readonly seats: number;
}

export const SIZES = {
  small: {
    name: 'small',
    regions: 6,
    networks: 50,
    people: 2_000,
    trekkerschappen: 120,
    activities: 5_000,
    ervaringsdeskundigen: 200,
    bodies: 10,
    seats: 60,
  },
  large: {
    name: 'large',
    regions: 42,
    networks: 5_000,
    people: 200_000,
    trekkerschappen: 12_000,
    activities: 500_000,
    ervaringsdeskundigen: 20_000,
    bodies: 1_000,
    seats: 6_000,
  },
} as const satisfies Record<string, SeedSize>;

export type SizeName = keyof typeof SIZES;
