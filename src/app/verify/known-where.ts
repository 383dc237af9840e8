/** Where people, bodies and seats are known, as columns say, compared with the roles and invitations it follows from. */
export const KNOWN_WHERE: readonly string[] = [
  `select format('Person %s is said to be seen in other regions than where they live or have a role.', p.id) as problem
   from people p where p.region_ids <> regions_of(p.id, p.region_id)`,

  `select format('Person %s is said to be known elsewhere than they are.', p.id) as problem
   from people p cross join lateral places_of(p.id) known
   where (p.oudernetwerk_ids, p.candidate_for, p.body_ids)
     is distinct from (known.oudernetwerk_ids, known.candidate_for, known.body_ids)`,

  `select format('The name of person %s is shown elsewhere than they are known.', d.person_id) as problem
   from person_details d join people p on p.id = d.person_id
   where (d.region_ids, d.oudernetwerk_ids, d.candidate_for, d.body_ids)
     is distinct from (p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids)`,

  `select format('The name of person %s is looked for elsewhere than it is known.', d.person_id) as problem
   from person_details d
   where array(select (place_id, as_candidate, d.search_name, d.name_marks)::text from places_of_name(d) order by 1)
     <> array(select (n.place_id, n.as_candidate, n.search_name, n.name_marks)::text from names_by_place n
       where n.person_id = d.person_id order by 1)`,

  `select format('Person %s is said to have %s name.', p.id, case when p.nameless then 'no' else 'a' end) as problem
   from people p where p.nameless = exists (select from person_details d where d.person_id = p.id)`,

  `select format('Body %s is said to have asked in other regions than it did.', b.id) as problem
   from advisory_bodies b where array(select unnest(b.asked_in) order by 1)
     <> array(select distinct person_region_id from seat_invitations
       where body_id = b.id and person_region_id is not null order by 1)`,

  `select format('Seat %s is said to have been asked for in other regions than it was.', s.id) as problem
   from advisory_seats s where array(select unnest(s.asked_in) order by 1)
     <> array(select distinct person_region_id from seat_invitations
       where seat_id = s.id and person_region_id is not null order by 1)`,

  `select format('Seat %s is said to be held at another time than it is.', s.id) as problem
   from advisory_seats s where s.held
     <> coalesce((select range_agg(a.period) from seat_appointments a where a.seat_id = s.id), '{}')`,
];
