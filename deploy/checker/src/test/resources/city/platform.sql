-- One graduate retained, one month's rent subsidy paid.
insert into target (id, code, name_zh, name_en, indicator, unit, source, period, target_value, created_by, version, created_at, updated_at) values
    ('0199a000-0000-7000-8000-000000000050', 'graduates-retained', '留呼', 'Retained', 'GRADUATES_RETAINED', 'PERSON', 'EVENTS', '2026', 28900, 'platform-officer', 0, now(), now());
insert into measurement (indicator, item, month, value) values
    ('GRADUATES_RETAINED', '0199a000-0000-7000-8000-000000000001', '2026-08', 1),
    ('RENT_SUBSIDY_PAID', '0199a000-0000-7000-8000-00000000001b', '2026-10', 150000);
insert into monthly_total (indicator, month, actual, last_event_at) values
    ('GRADUATES_RETAINED', '2026-08', 1, '2026-09-01T02:30Z'),
    ('RENT_SUBSIDY_PAID', '2026-10', 150000, '2026-10-12T01:00Z');
insert into outbox (topic, key, type, occurred_at, data, sent_at) values
    ('platform.target.v1', 'graduates-retained', 'platform.target.moved', '2026-09-01T02:30Z',
        '{"targetCode": "graduates-retained", "period": "2026", "actual": 1}', now());
