-- One person's rent subsidy: granted for two months; the first was returned by the bank, paid again and settled.
insert into budget_line (id, code, name_zh, name_en, year, created_by, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000010', 'talent-housing-2026', '住房', 'Housing', 2026, 'finance1', 0, '2026-09-01T01:00Z', '2026-09-01T01:00Z');
insert into ledger_account (budget_line_id, kind)
    select '0199a000-0000-7000-8000-000000000010', kind
      from unnest(array['TREASURY', 'APPROPRIATED', 'COMMITTED', 'RESERVED', 'PAID', 'RETURNED', 'CLAWED_BACK']) as kind;

create function pg_temp.book(tx text, movement text, debit text, credit text, fen bigint, kind text, reference text) returns void
language sql as $$
    insert into ledger_transaction (id, budget_line_id, movement, amount_fen, reference_type, reference_id, decision, decided_by, occurred_at)
        values (tx::uuid, '0199a000-0000-7000-8000-000000000010', movement, fen, kind, reference, 'sample', 'finance1', '2026-09-01T02:00Z');
    insert into ledger_entry (transaction_id, side, budget_line_id, account, amount_fen) values
        (tx::uuid, 'DEBIT', '0199a000-0000-7000-8000-000000000010', debit, fen),
        (tx::uuid, 'CREDIT', '0199a000-0000-7000-8000-000000000010', credit, fen);
$$;
select pg_temp.book('0199a000-0000-7000-8000-000000000020', 'APPROPRIATE', 'APPROPRIATED', 'TREASURY', 10000000, 'APPROPRIATION', 'decision-1');
select pg_temp.book('0199a000-0000-7000-8000-000000000021', 'COMMIT', 'COMMITTED', 'APPROPRIATED', 300000, 'ENTITLEMENT', '0199a000-0000-7000-8000-000000000015');
select pg_temp.book('0199a000-0000-7000-8000-000000000022', 'RESERVE', 'RESERVED', 'COMMITTED', 150000, 'BATCH', '0199a000-0000-7000-8000-000000000018');
select pg_temp.book('0199a000-0000-7000-8000-000000000023', 'RETURN', 'RETURNED', 'RESERVED', 150000, 'PAYMENT', '0199a000-0000-7000-8000-00000000001a');
select pg_temp.book('0199a000-0000-7000-8000-000000000024', 'RESERVE_AGAIN', 'RESERVED', 'RETURNED', 150000, 'BATCH', '0199a000-0000-7000-8000-000000000019');
select pg_temp.book('0199a000-0000-7000-8000-000000000025', 'SETTLE', 'PAID', 'RESERVED', 150000, 'PAYMENT', '0199a000-0000-7000-8000-00000000001b');

insert into scheme (id, code, policy, name_zh, name_en, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000011', 'rent-subsidy', 'sample', '租房补贴', 'Rent subsidy', 0, '2026-09-01T01:00Z', '2026-09-01T01:00Z');
insert into scheme_version (id, scheme_id, number, status, benefit_kind, budget_line_code, instalments, publicity_workdays, correction_workdays,
        created_by, put_in_force_by, in_force_at, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000012', '0199a000-0000-7000-8000-000000000011', 1, 'IN_FORCE', 'RENT_SUBSIDY', 'talent-housing-2026', 2, 5, 5,
        'approver', 'reviewer', '2026-09-01T01:00Z', 0, '2026-09-01T01:00Z', '2026-09-01T01:00Z');

insert into applicant (talent_id, revision, account_id, education_level, degree, institution, graduated_on, born_in_year, region_code,
        employer_code, employment_region_code, employed_since, social_insurance_month, retained_since, updated_at) values
    ('0199a000-0000-7000-8000-000000000001', 3, 'account-a', '21', '4', '90001', '2026-07-01', 2004, '150100',
        '91150102MA0TE5T084', '150105', '2026-07-15', '2026-08', '2026-08-01', now()),
    ('0199a000-0000-7000-8000-000000000002', 2, 'account-b', '11', null, '90001', '2026-07-01', 2001, '150100', null, null, null, null, null, now()),
    ('0199a000-0000-7000-8000-000000000003', 1, null, '21', null, '90002', '2026-06-30', 2003, '150100', null, null, null, null, null, now());

insert into application (id, number, account_id, talent_id, scheme_id, scheme_code, scheme_version_id, period, status, payee_bank_code,
        payee_cipher, payee_account_tail, monthly_amount_fen, submitted_at, claim_id, cleared_at, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000013', 'QS-2026-000001', 'account-a', '0199a000-0000-7000-8000-000000000001',
        '0199a000-0000-7000-8000-000000000011', 'rent-subsidy', '0199a000-0000-7000-8000-000000000012', '2026', 'ENTITLED', '102191000011',
        '\x01', '0001', 150000, '2026-09-01T03:00Z', '0199a000-0000-7000-8000-000000000014', '2026-09-10T01:00Z', 9, now(), now());
insert into application_history (application_id, position, from_status, to_status, changed_by, changed_at)
    select '0199a000-0000-7000-8000-000000000013', step - 1, lag(status) over (order by step), status, 'somebody', '2026-09-01T03:00Z'
      from unnest(array['DRAFT', 'SUBMITTED', 'ACCEPTED_FOR_REVIEW', 'UNDER_REVIEW', 'REVIEW_PASSED', 'PUBLICITY', 'APPROVED', 'CLEARING', 'ENTITLED'])
           with ordinality as step(status, step);

insert into entitlement (id, application_id, talent_id, scheme_code, budget_line_code, monthly_amount_fen, months, first_period, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000015', '0199a000-0000-7000-8000-000000000013', '0199a000-0000-7000-8000-000000000001', 'rent-subsidy',
        'talent-housing-2026', 150000, 2, '2026-10', 0, now(), now());
insert into instalment (id, entitlement_id, talent_id, scheme_code, period, amount_fen, status, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000016', '0199a000-0000-7000-8000-000000000015', '0199a000-0000-7000-8000-000000000001', 'rent-subsidy', '2026-10', 150000, 'PAID', 4, now(), now()),
    ('0199a000-0000-7000-8000-000000000017', '0199a000-0000-7000-8000-000000000015', '0199a000-0000-7000-8000-000000000001', 'rent-subsidy', '2026-11', 150000, 'PLANNED', 0, now(), now());

insert into disbursement_batch (id, number, scheme_code, budget_line_code, period, status, payment_count, total_fen, again_fen, built_by, approved_by,
        file_digest, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000018', 'QB-2026-0001', 'rent-subsidy', 'talent-housing-2026', '2026-10', 'RECONCILED', 1, 150000, 0, 'finance1', 'finance2', repeat('a', 64), 5, now(), now()),
    ('0199a000-0000-7000-8000-000000000019', 'QB-2026-0002', 'rent-subsidy', 'talent-housing-2026', '2026-10', 'RECONCILED', 1, 150000, 150000, 'finance1', 'finance2', repeat('b', 64), 5, now(), now());
insert into batch_history (batch_id, position, from_status, to_status, changed_by, changed_at)
    select b.id, step - 1, lag(s.status) over (partition by b.id order by step), s.status, 'finance1', now()
      from disbursement_batch b,
           unnest(array['DRAFT', 'LOCKED', 'APPROVED', 'FUNDS_RESERVED', 'SENT', 'RECONCILED']) with ordinality as s(status, step);
insert into payment (id, number, batch_id, instalment_id, application_id, talent_id, scheme_code, period, amount_fen, status, reason_code, settled_on, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-00000000001a', 'QP-2026-000001', '0199a000-0000-7000-8000-000000000018', '0199a000-0000-7000-8000-000000000016',
        '0199a000-0000-7000-8000-000000000013', '0199a000-0000-7000-8000-000000000001', 'rent-subsidy', '2026-10', 150000, 'RETURNED', 'ACCOUNT_CLOSED', null, 2, now(), now()),
    ('0199a000-0000-7000-8000-00000000001b', 'QP-2026-000002', '0199a000-0000-7000-8000-000000000019', '0199a000-0000-7000-8000-000000000016',
        '0199a000-0000-7000-8000-000000000013', '0199a000-0000-7000-8000-000000000001', 'rent-subsidy', '2026-10', 150000, 'SETTLED', null, '2026-10-12', 2, now(), now());
insert into payment_history (payment_id, position, from_status, to_status, changed_by, changed_at)
    select p.id, step - 1, lag(s.status) over (partition by p.id order by step), s.status, 'finance1', now()
      from payment p, unnest(array['READY', 'SENT', p.status]) with ordinality as s(status, step);

insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'subsidy.application.v1', '0199a000-0000-7000-8000-000000000013', 'subsidy.application.' || step, '2026-09-01T03:00:00.123456Z',
           jsonb_build_object('applicationId', '0199a000-0000-7000-8000-000000000013', 'number', 'QS-2026-000001',
                              'talentId', '0199a000-0000-7000-8000-000000000001', 'schemeCode', 'rent-subsidy', 'reason', null), now()
      from unnest(array['submitted', 'accepted', 'review-passed', 'publicised', 'approved', 'clearing', 'entitled']) as step;
insert into outbox (topic, key, type, occurred_at, data, sent_at) values
    ('subsidy.benefit.v1', '0199a000-0000-7000-8000-000000000001', 'benefit.claimed', '2026-09-10T00:59Z',
        '{"claimId": "0199a000-0000-7000-8000-000000000014", "talentId": "0199a000-0000-7000-8000-000000000001", "kind": "RENT_SUBSIDY",
          "reference": "0199a000-0000-7000-8000-000000000013"}', now());
insert into outbox (topic, key, type, occurred_at, data, sent_at)
    select 'subsidy.payment.v1', p.id::text, 'subsidy.payment.' || step, '2026-10-12T01:00Z',
           jsonb_build_object('paymentId', p.id, 'number', p.number, 'talentId', p.talent_id, 'schemeCode', 'rent-subsidy', 'period', '2026-10',
                              'amountFen', 150000, 'reasonCode', case when step = 'returned' then 'ACCOUNT_CLOSED' end), now()
      from payment p, unnest(array['sent', lower(p.status)]) as step order by p.id, step <> 'sent';
