-- A person the city knows. What names or reaches the person is encrypted; the blind index finds an exact ID number.
create table talent (
    id                      uuid primary key,
    id_number               bytea       not null,
    id_number_index         bytea       not null,
    name                    bytea       not null,
    phone                   bytea,
    phone_index             bytea,
    email                   bytea,
    born_on                 date        not null,
    sex                     text        not null check (sex in ('FEMALE', 'MALE')),
    household_region        text        not null check (household_region ~ '^[0-9]{6}$'),
    reported_by             text        not null,
    tier                    text check (tier in ('A', 'B', 'C', 'D', 'E', 'F')),
    account_id              text,
    claimed_at              timestamptz,
    employer_code           text,
    employment_region       text,
    employment_started_on   date,
    insurance_month         text check (insurance_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    retained_since          date,
    revision                bigint      not null check (revision >= 0),
    created_at              timestamptz not null,
    updated_at              timestamptz not null,
    version                 bigint      not null,
    constraint talent_id_number_unique unique (id_number_index),
    constraint talent_account_unique unique (account_id),
    constraint talent_claimed_whole check ((account_id is null) = (claimed_at is null)),
    constraint talent_employment_whole check (
        num_nulls(employer_code, employment_region, employment_started_on, insurance_month) in (0, 4))
);
create index talent_phone_index on talent (phone_index) where phone_index is not null;
create index talent_employer_code on talent (employer_code, id) where employer_code is not null;

create table education_record (
    id                  uuid primary key,
    talent_id           uuid        not null references talent (id),
    source              text        not null,
    external_id         text        not null,
    source_version      bigint      not null check (source_version >= 0),
    content_digest      bytea       not null,
    level               text        not null,
    degree              text,
    discipline          text,
    graduated_on        date        not null,
    certificate_number  bytea       not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             bigint      not null,
    constraint education_record_source_unique unique (source, external_id)
);
create index education_record_talent on education_record (talent_id);
create index education_record_level on education_record (level, talent_id);

-- Every guess at a record, so that guessing stays limited however many instances answer.
create table claim_attempt (
    id              uuid primary key,
    account_id      text        not null,
    id_number_index bytea       not null,
    matched         boolean     not null,
    attempted_at    timestamptz not null
);
create index claim_attempt_account on claim_attempt (account_id, attempted_at) where not matched;
create index claim_attempt_id_number on claim_attempt (id_number_index, attempted_at) where not matched;
