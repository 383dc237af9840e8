import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';
import { day, type PlainDate } from '../kernel/clock.js';
import { fromDateRange, toDateRange, type Period } from '../kernel/period.js';

/** A calendar day. */
export function DayColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    type: 'date',
    transformer: {
      from: (text: string | null) => (text === null ? null : day(text)),
      to: (value: PlainDate | null | undefined) => value?.toString() ?? value,
    },
    ...options,
  });
}

/** Calendar days, inclusive; a half-open daterange in the database. */
export function PeriodColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({
    type: 'daterange',
    transformer: {
      from: (text: string | null) => (text === null ? null : fromDateRange(text)),
      to: (period: Period | null | undefined) => period && toDateRange(period),
    },
    ...options,
  });
}

export function OptionalPeriodColumn(): PropertyDecorator {
  return PeriodColumn({ nullable: true });
}

export function IdColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'uuid' });
}

export function ReferenceColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'uuid', ...options });
}

export function OptionalReferenceColumn(): PropertyDecorator {
  return ReferenceColumn({ nullable: true });
}

export function TextColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'text', ...options });
}

export function OptionalTextColumn(): PropertyDecorator {
  return TextColumn({ nullable: true });
}

export function TextsColumn(): PropertyDecorator {
  return Column({ type: 'text', array: true });
}

/** Counted up by every write to the row or to what hangs on it. */
export function CountedVersionColumn(): PropertyDecorator {
  return Column({ type: 'integer', default: 1 });
}

/** Made by the database from other columns; never written. */
export function GeneratedTextColumn(): PropertyDecorator {
  return Column({ type: 'text', insert: false, update: false });
}
