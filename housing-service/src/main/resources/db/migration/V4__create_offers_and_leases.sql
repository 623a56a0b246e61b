create table offer (
    id             uuid primary key,
    round_id       uuid        not null references round,
    application_id uuid        not null references application,
    talent_id      uuid        not null,
    unit_id        uuid        not null references unit,
    unit_code      text        not null,
    status         text        not null check (status in ('ACTIVE', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN_BY_CITY')),
    made_at        timestamptz not null,
    answer_by      date        not null,
    expires_at     timestamptz not null,
    decided_at     timestamptz,
    reason_code    text,
    held_kind      text,
    reason         text,
    version        bigint      not null,
    constraint offer_decided check (status = 'ACTIVE' or decided_at is not null)
);

-- Never one flat to two, never two flats to one household.
create unique index offer_one_per_unit on offer (unit_id) where status = 'ACTIVE';
create unique index offer_one_per_household on offer (application_id) where status = 'ACTIVE';
-- An accepted offer ends in at most one lease and is the last of its application.
create unique index offer_accepted_once on offer (application_id) where status = 'ACCEPTED';
create index offer_due on offer (expires_at) where status = 'ACTIVE';
create index offer_talent on offer (talent_id, id);

create sequence lease_number;

create table lease (
    id                 uuid primary key,
    number             text        not null constraint lease_number_unique unique,
    offer_id           uuid        not null constraint lease_offer_once unique references offer,
    application_id     uuid        not null references application,
    talent_id          uuid        not null,
    unit_id            uuid        not null references unit,
    unit_code          text        not null,
    status             text        not null check (status in
        ('PENDING_SIGNATURE', 'SIGNED', 'HANDED_OVER', 'ACTIVE', 'RENEWED', 'NOTICE', 'INSPECTED', 'VACATED', 'SETTLED',
         'TERMINATED_FOR_BREACH')),
    starts_on          date        not null,
    ends_on            date        not null,
    term               daterange generated always as (daterange(starts_on, ends_on, '[)')) stored not null,
    rent_fen           bigint      not null check (rent_fen >= 0),
    deposit_fen        bigint      not null check (deposit_fen >= 0),
    terms_digest       text        not null check (terms_digest ~ '^[0-9a-f]{64}$'),
    offer_accepted_at  timestamptz not null,
    signed_at          timestamptz,
    handed_over_at     timestamptz,
    handed_over_by     text,
    electricity_reading numeric(12, 2) check (electricity_reading >= 0),
    water_reading      numeric(12, 2) check (water_reading >= 0),
    gas_reading        numeric(12, 2) check (gas_reading >= 0),
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            bigint      not null,
    constraint lease_ends_after_start check (ends_on > starts_on),
    constraint lease_unit_not_twice unique (unit_id, term without overlaps),
    constraint lease_person_not_twice unique (talent_id, term without overlaps)
);

create index lease_status on lease (status, id);
