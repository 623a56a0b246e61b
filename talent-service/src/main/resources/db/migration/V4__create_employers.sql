create table employer (
    id                          uuid primary key,
    unified_social_credit_code  text        not null check (unified_social_credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    name                        text        not null,
    region_code                 text        not null check (region_code ~ '^[0-9]{6}$'),
    created_at                  timestamptz not null,
    updated_at                  timestamptz not null,
    version                     bigint      not null,
    constraint employer_code_unique unique (unified_social_credit_code)
);

-- One declaration: this employer has paid this person's social insurance for this month.
create table employment (
    id                      uuid primary key,
    employer_id             uuid        not null references employer (id),
    talent_id               uuid        not null references talent (id),
    region_code             text        not null check (region_code ~ '^[0-9]{6}$'),
    post                    text        not null,
    started_on              date        not null,
    social_insurance_month  text        not null check (social_insurance_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    declared_at             timestamptz not null,
    version                 bigint      not null,
    constraint employment_month_unique unique (employer_id, talent_id, social_insurance_month)
);
create index employment_talent on employment (talent_id);

-- How long a person must have been insured in the city to count as one who stays. Rules are added, never changed.
create table retention_rule (
    code            text primary key,
    months_needed   int         not null check (months_needed between 1 and 60),
    in_force_from   date        not null,
    in_force_until  date,
    constraint retention_rule_period check (in_force_until is null or in_force_until > in_force_from),
    constraint retention_rule_one_at_a_time
        exclude using gist (daterange(in_force_from, in_force_until) with &&)
);
insert into retention_rule (code, months_needed, in_force_from) values ('sample-one-month', 1, date '2020-01-01');

create table retention (
    talent_id       uuid primary key references talent (id),
    rule_code       text        not null references retention_rule (code),
    region_code     text        not null,
    institution     text        not null,
    month           text        not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    confirmed_at    timestamptz not null
);
