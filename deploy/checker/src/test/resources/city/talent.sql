-- Three people: one claimed, employed, retained and with a rent subsidy; one in a talent apartment; one not claimed yet.
insert into talent (id, id_number, id_number_index, name, born_on, sex, household_region, reported_by, account_id, claimed_at, employer_code,
        employment_region, employment_started_on, insurance_month, retained_since, revision, created_at, updated_at, version) values
    ('0199a000-0000-7000-8000-000000000001', '\x01', '\x01', '\x01', '2004-01-02', 'FEMALE', '150100', '90001', 'account-a', '2026-09-01T02:00Z',
        '91150102MA0TE5T084', '150105', '2026-07-15', '2026-08', '2026-08-01', 3, now(), now(), 2),
    ('0199a000-0000-7000-8000-000000000002', '\x02', '\x02', '\x02', '2001-03-04', 'MALE', '150100', '90001', 'account-b', '2026-09-01T02:00Z',
        null, null, null, null, null, 2, now(), now(), 1),
    ('0199a000-0000-7000-8000-000000000003', '\x03', '\x03', '\x03', '2003-05-06', 'MALE', '150100', '90002', null, null, null, null, null, null, null, 1, now(), now(), 0);
insert into employer (id, unified_social_credit_code, name, region_code, created_at, updated_at, version) values
    ('0199a000-0000-7000-8000-000000000040', '91150102MA0TE5T084', 'Employer', '150105', now(), now(), 0);
insert into employment (id, employer_id, talent_id, region_code, post, started_on, social_insurance_month, declared_at, version) values
    ('0199a000-0000-7000-8000-000000000041', '0199a000-0000-7000-8000-000000000040', '0199a000-0000-7000-8000-000000000001', '150105', 'engineer',
        '2026-07-15', '2026-08', '2026-09-01T02:30Z', 0);
insert into benefit_claim (id, talent_id, kind, exclusion_group, reference, status, reason_code, held_kind, decided_at, version) values
    ('0199a000-0000-7000-8000-000000000014', '0199a000-0000-7000-8000-000000000001', 'RENT_SUBSIDY', 'HOUSING', '0199a000-0000-7000-8000-000000000013', 'HELD', null, null, '2026-09-10T01:00Z', 0),
    ('0199a000-0000-7000-8000-00000000003a', '0199a000-0000-7000-8000-000000000002', 'TALENT_APARTMENT', 'HOUSING', '0199a000-0000-7000-8000-00000000003a', 'HELD', null, null, '2026-09-21T01:00Z', 0),
    ('0199a000-0000-7000-8000-00000000003c', '0199a000-0000-7000-8000-000000000001', 'TALENT_APARTMENT', null, '0199a000-0000-7000-8000-00000000003c', 'REFUSED', 'EXCLUDED', 'RENT_SUBSIDY', '2026-09-21T01:00Z', 0);

create function pg_temp.facts(person text, revision int, account text, level text, degree text, institution text, graduated text, born int,
        employment jsonb, retained text) returns jsonb language sql as $$
    select jsonb_build_object('talentId', '0199a000-0000-7000-8000-0000000000' || person, 'revision', revision, 'accountId', account, 'educationLevel', level,
        'degree', degree, 'institution', institution, 'graduatedOn', graduated, 'bornInYear', born, 'tier', null, 'regionCode', '150100',
        'employment', employment, 'retainedSince', retained)
$$;
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'talent.facts.v1', data ->> 'talentId', 'talent.facts', '2026-09-01T02:00Z', data, now()
      from (values (pg_temp.facts('01', 1, null, '21', '4', '90001', '2026-07-01', 2004, null, null)),
                   (pg_temp.facts('02', 1, null, '11', null, '90001', '2026-07-01', 2001, null, null)),
                   (pg_temp.facts('03', 1, null, '21', null, '90002', '2026-06-30', 2003, null, null)),
                   (pg_temp.facts('01', 2, 'account-a', '21', '4', '90001', '2026-07-01', 2004, null, null)),
                   (pg_temp.facts('02', 2, 'account-b', '11', null, '90001', '2026-07-01', 2001, null, null)),
                   (pg_temp.facts('01', 3, 'account-a', '21', '4', '90001', '2026-07-01', 2004,
                       '{"employerCode": "91150102MA0TE5T084", "regionCode": "150105", "startedOn": "2026-07-15", "socialInsuranceMonth": "2026-08"}', '2026-08-01')))
           as facts(data);
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'talent.registry.v1', id::text, 'talent.registered', '2026-09-01T01:00Z', jsonb_build_object('talentId', id, 'institution', reported_by), now() from talent;
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'talent.registry.v1', id::text, 'talent.claimed', claimed_at, jsonb_build_object('talentId', id), now() from talent where claimed_at is not null;
insert into outbox (topic, key, type, occurred_at, data, sent_at) values
    ('talent.employment.v1', '0199a000-0000-7000-8000-000000000001', 'talent.employment.declared', '2026-09-01T02:30Z',
        '{"employmentId": "0199a000-0000-7000-8000-000000000041", "talentId": "0199a000-0000-7000-8000-000000000001", "employerCode": "91150102MA0TE5T084",
          "regionCode": "150105", "startedOn": "2026-07-15", "socialInsuranceMonth": "2026-08"}', now()),
    ('talent.retention.v1', '0199a000-0000-7000-8000-000000000001', 'talent.retention.confirmed', '2026-09-01T02:30Z',
        '{"talentId": "0199a000-0000-7000-8000-000000000001", "regionCode": "150105", "institution": "90001", "month": "2026-08"}', now()),
    ('talent.benefit.v1', '0199a000-0000-7000-8000-000000000001', 'benefit.cleared', '2026-09-10T01:00Z',
        '{"claimId": "0199a000-0000-7000-8000-000000000014", "talentId": "0199a000-0000-7000-8000-000000000001", "kind": "RENT_SUBSIDY",
          "reference": "0199a000-0000-7000-8000-000000000013"}', now()),
    ('talent.benefit.v1', '0199a000-0000-7000-8000-000000000002', 'benefit.cleared', '2026-09-21T01:00Z',
        '{"claimId": "0199a000-0000-7000-8000-00000000003a", "talentId": "0199a000-0000-7000-8000-000000000002", "kind": "TALENT_APARTMENT",
          "reference": "0199a000-0000-7000-8000-00000000003a"}', now()),
    ('talent.benefit.v1', '0199a000-0000-7000-8000-000000000001', 'benefit.refused', '2026-09-21T01:00Z',
        '{"claimId": "0199a000-0000-7000-8000-00000000003c", "talentId": "0199a000-0000-7000-8000-000000000001", "kind": "TALENT_APARTMENT",
          "reference": "0199a000-0000-7000-8000-00000000003c", "reasonCode": "EXCLUDED", "heldKind": "RENT_SUBSIDY"}', now());
