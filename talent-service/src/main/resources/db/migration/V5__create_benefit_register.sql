create table exclusion_group (
    code text primary key
);
insert into exclusion_group (code) values ('HOUSING');

-- Which benefits exclude each other: those of one group. A kind without a group excludes nothing.
create table benefit_kind (
    code            text primary key,
    exclusion_group text references exclusion_group (code)
);
insert into benefit_kind (code, exclusion_group) values
    ('RENT_SUBSIDY', 'HOUSING'),
    ('PURCHASE_SUBSIDY', 'HOUSING'),
    ('TALENT_APARTMENT', 'HOUSING');

create table benefit_claim (
    id              uuid primary key,
    talent_id       uuid        not null,
    kind            text        not null,
    exclusion_group text,
    reference       text        not null,
    status          text        not null check (status in ('HELD', 'REFUSED', 'RELEASED')),
    reason_code     text,
    held_kind       text,
    decided_at      timestamptz not null,
    released_at     timestamptz,
    version         bigint      not null,
    constraint benefit_claim_refusal_says_why check ((status = 'REFUSED') = (reason_code is not null)),
    constraint benefit_claim_release_has_time check ((status = 'RELEASED') = (released_at is not null))
);
-- One person holds at most one benefit of a group, whatever order or repetition claims come in.
create unique index benefit_claim_one_held on benefit_claim (talent_id, exclusion_group)
    where status = 'HELD' and exclusion_group is not null;
create index benefit_claim_talent on benefit_claim (talent_id, decided_at);
