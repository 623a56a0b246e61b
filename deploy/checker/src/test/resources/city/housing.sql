-- A round with two flats: one is let and lived in; the other was accepted by somebody who already has a rent subsidy,
-- taken back, and offered to the next in line. A third flat is not released yet.
insert into estate (id, code, name, region_code, address, created_at, updated_at, version) values
    ('0199a000-0000-7000-8000-000000000030', 'E1', 'Estate', '150105', 'Street 1', now(), now(), 0);
insert into building (id, estate_id, number, created_at) values
    ('0199a000-0000-7000-8000-000000000031', '0199a000-0000-7000-8000-000000000030', '1', now());
insert into release_batch (id, name, estate_code, unit_count, released_at, released_by) values
    ('0199a000-0000-7000-8000-000000000032', 'first', 'E1', 2, now(), 'housing1');
insert into unit (id, building_id, code, estate_code, region_code, number, floor, rooms, area_square_metres, capacity, base_rent_fen, deposit_fen,
        status, release_batch_id, created_at, updated_at, version)
    select id::uuid, '0199a000-0000-7000-8000-000000000031', 'E1-1-' || number, 'E1', '150105', number, 1, 1, 30, 2, 60000, 60000, status, batch::uuid, now(), now(), 3
      from (values ('0199a000-0000-7000-8000-000000000033', '101', 'LEASED', '0199a000-0000-7000-8000-000000000032'),
                   ('0199a000-0000-7000-8000-000000000034', '102', 'RESERVED', '0199a000-0000-7000-8000-000000000032'),
                   ('0199a000-0000-7000-8000-000000000035', '103', 'PREPARED', null)) as u(id, number, status, batch);
insert into applicant (talent_id, account_id, revision, education_level, tier, region_code, retained_since, updated_at) values
    ('0199a000-0000-7000-8000-000000000001', 'account-a', 3, '21', null, '150100', '2026-08-01', now()),
    ('0199a000-0000-7000-8000-000000000002', 'account-b', 2, '11', null, '150100', null, now()),
    ('0199a000-0000-7000-8000-000000000003', null, 1, '21', null, '150100', null, now());
insert into round (id, code, name, status, entropy_source, publicity_workdays, offer_workdays, lease_months, list_digest, inputs_digest,
        list_committed_at, draw_not_before, created_by, created_at, updated_at, version) values
    ('0199a000-0000-7000-8000-000000000036', 'R2026-01', 'First', 'PUBLISHED', 'balls', 3, 5, 12, repeat('a', 64), repeat('b', 64), now(), now(), 'housing1', now(), now(), 5);
insert into round_tier (round_id, position, name, education_levels) values ('0199a000-0000-7000-8000-000000000036', 0, 'all', '11,21');
insert into round_unit (round_id, unit_id, live) values
    ('0199a000-0000-7000-8000-000000000036', '0199a000-0000-7000-8000-000000000033', false),
    ('0199a000-0000-7000-8000-000000000036', '0199a000-0000-7000-8000-000000000034', true);
insert into application (id, number, round_id, talent_id, status, tier_position, refusal_code, held_kind, submitted_at, created_at, updated_at, version)
    select id::uuid, number, '0199a000-0000-7000-8000-000000000036', talent::uuid, status, 0, refusal, held, now(), now(), now(), 4
      from (values ('0199a000-0000-7000-8000-000000000037', 'HA-2026-0001', '0199a000-0000-7000-8000-000000000002', 'HOUSED', null, null),
                   ('0199a000-0000-7000-8000-000000000038', 'HA-2026-0002', '0199a000-0000-7000-8000-000000000003', 'OFFERED', null, null),
                   ('0199a000-0000-7000-8000-000000000039', 'HA-2026-0003', '0199a000-0000-7000-8000-000000000001', 'REFUSED', 'EXCLUDED', 'RENT_SUBSIDY'))
           as a(id, number, talent, status, refusal, held);
insert into household_member (application_id, position, relation, talent_id, live)
    select id, 0, 'SELF', talent_id, status <> 'REFUSED' from application;
insert into offer (id, round_id, application_id, talent_id, unit_id, unit_code, status, made_at, answer_by, expires_at, decided_at, reason_code, held_kind, version) values
    ('0199a000-0000-7000-8000-00000000003a', '0199a000-0000-7000-8000-000000000036', '0199a000-0000-7000-8000-000000000037', '0199a000-0000-7000-8000-000000000002',
        '0199a000-0000-7000-8000-000000000033', 'E1-1-101', 'ACCEPTED', '2026-09-20T01:00Z', '2026-09-27', '2026-09-27T16:00Z', '2026-09-21T01:00Z', null, null, 1),
    ('0199a000-0000-7000-8000-00000000003c', '0199a000-0000-7000-8000-000000000036', '0199a000-0000-7000-8000-000000000039', '0199a000-0000-7000-8000-000000000001',
        '0199a000-0000-7000-8000-000000000034', 'E1-1-102', 'WITHDRAWN_BY_CITY', '2026-09-20T01:00Z', '2026-09-27', '2026-09-27T16:00Z', '2026-09-21T01:00Z', 'EXCLUDED', 'RENT_SUBSIDY', 2),
    ('0199a000-0000-7000-8000-00000000003b', '0199a000-0000-7000-8000-000000000036', '0199a000-0000-7000-8000-000000000038', '0199a000-0000-7000-8000-000000000003',
        '0199a000-0000-7000-8000-000000000034', 'E1-1-102', 'ACTIVE', '2026-09-21T01:00Z', '2026-09-28', '2026-09-28T16:00Z', null, null, null, 0);
insert into lease (id, number, offer_id, application_id, talent_id, unit_id, unit_code, status, starts_on, ends_on, rent_fen, deposit_fen, terms_digest,
        offer_accepted_at, signed_at, handed_over_at, handed_over_by, created_at, updated_at, version) values
    ('0199a000-0000-7000-8000-00000000003d', 'HL-2026-0001', '0199a000-0000-7000-8000-00000000003a', '0199a000-0000-7000-8000-000000000037',
        '0199a000-0000-7000-8000-000000000002', '0199a000-0000-7000-8000-000000000033', 'E1-1-101', 'ACTIVE', '2026-09-21', '2027-09-21', 60000, 60000, repeat('c', 64),
        '2026-09-21T01:00Z', now(), now(), 'housing1', now(), now(), 3);

create temporary sequence step_number;
create function pg_temp.lived(type text, subject text, path text) returns void language sql as $$
    insert into state_change (id, subject_type, subject_id, from_status, to_status, changed_at, changed_by)
        select ('0199a000-0000-7000-9000-' || lpad(to_hex(nextval('step_number')), 12, '0'))::uuid, type, ('0199a000-0000-7000-8000-0000000000' || subject)::uuid,
               lag(status) over (order by step), status, '2026-09-20T01:00Z', 'housing1'
          from (select * from unnest(string_to_array(path, ' ')) with ordinality as s(status, step) order by step) as steps;
$$;
select pg_temp.lived('UNIT', '33', 'RAISED PREPARED RELEASED RESERVED LEASED');
select pg_temp.lived('UNIT', '34', 'RAISED PREPARED RELEASED RESERVED RELEASED RESERVED');
select pg_temp.lived('UNIT', '35', 'RAISED PREPARED');
select pg_temp.lived('ROUND', '36', 'DRAFT OPEN CLOSED LIST_COMMITTED DRAWN PUBLISHED');
select pg_temp.lived('APPLICATION', '37', 'DRAFT SUBMITTED IN_ROUND OFFERED CLEARING ENTITLED HOUSED');
select pg_temp.lived('APPLICATION', '38', 'DRAFT SUBMITTED IN_ROUND WAITLISTED OFFERED');
select pg_temp.lived('APPLICATION', '39', 'DRAFT SUBMITTED IN_ROUND OFFERED CLEARING REFUSED');
select pg_temp.lived('OFFER', '3a', 'ACTIVE ACCEPTED');
select pg_temp.lived('OFFER', '3b', 'ACTIVE');
select pg_temp.lived('OFFER', '3c', 'ACTIVE ACCEPTED WITHDRAWN_BY_CITY');
select pg_temp.lived('LEASE', '3d', 'PENDING_SIGNATURE SIGNED HANDED_OVER ACTIVE');

insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'housing.application.v1', a.id::text, 'housing.application.' || step, '2026-09-20T01:00Z',
           jsonb_build_object('applicationId', a.id, 'number', a.number, 'talentId', a.talent_id), now()
      from application a, unnest(array['submitted', 'in-round', 'drawn']) with ordinality as s(step, n) order by a.id, n;
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'housing.offer.v1', o.id::text, 'housing.offer.made', o.made_at,
           jsonb_build_object('offerId', o.id, 'applicationId', o.application_id, 'talentId', o.talent_id, 'unitId', o.unit_id,
                              'unitNumber', o.unit_code, 'answerBy', o.answer_by), now()
      from offer o;
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'housing.benefit.v1', o.talent_id::text, 'benefit.claimed', o.decided_at,
           jsonb_build_object('claimId', o.id, 'talentId', o.talent_id, 'kind', 'TALENT_APARTMENT', 'reference', o.id), now()
      from offer o where o.status <> 'ACTIVE';
insert into outbox (topic, key, type, occurred_at, data, sent_at) values
    ('housing.application.v1', '0199a000-0000-7000-8000-000000000039', 'housing.application.refused', '2026-09-21T01:00Z',
        '{"applicationId": "0199a000-0000-7000-8000-000000000039", "number": "HA-2026-0003", "talentId": "0199a000-0000-7000-8000-000000000001",
          "reasonCode": "EXCLUDED", "heldKind": "RENT_SUBSIDY"}', now()),
    ('housing.lease.v1', '0199a000-0000-7000-8000-00000000003d', 'housing.lease.signed', '2026-09-21T02:00Z',
        '{"leaseId": "0199a000-0000-7000-8000-00000000003d", "number": "HL-2026-0001", "talentId": "0199a000-0000-7000-8000-000000000002",
          "unitId": "0199a000-0000-7000-8000-000000000033", "unitNumber": "E1-1-101"}', now()),
    ('housing.unit.v1', '0199a000-0000-7000-8000-000000000033', 'housing.unit.released', '2026-09-02T01:00Z',
        '{"unitId": "0199a000-0000-7000-8000-000000000033", "unitNumber": "E1-1-101"}', now());
