import type { QueryRunner } from 'typeorm';

/** An appointment that is corrected has another id: what leads to it follows, and who made room for it does so after it. */
export class AppointmentsCorrected1764570000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_appointments
        drop constraint seat_appointments_replaces_id_fkey,
        add foreign key (replaces_id) references seat_appointments on update cascade on delete set null
          deferrable initially deferred,
        drop constraint seat_appointments_one_holder,
        add constraint seat_appointments_one_holder
          exclude using gist (seat_id with =, period with &&) deferrable,
        drop constraint seat_appointments_one_seat_each,
        add constraint seat_appointments_one_seat_each
          exclude using gist (pair_of(person_id, body_id) with =, period with &&) deferrable;

      -- what they were known from may never have been: that they were asked because of it is history
      alter table seat_invitations drop constraint seat_invitations_former_appointment_id_fkey;
    `);
  }
}
