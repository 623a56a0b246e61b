create table applicant (
    talent_id       uuid primary key,
    account_id      text,
    revision        bigint      not null,
    education_level text        not null,
    tier            text,
    region_code     text,
    retained_since  text,
    updated_at      timestamptz not null
);

create index applicant_account on applicant (account_id);

create table round (
    id                uuid primary key,
    code              text        not null constraint round_code_unique unique check (code ~ '^[A-Za-z0-9-]{1,40}$'),
    name              text        not null,
    status            text        not null check (status in
        ('DRAFT', 'OPEN', 'CLOSED', 'LIST_COMMITTED', 'DRAWN', 'PUBLISHED')),
    entropy_source    text        not null,
    publicity_workdays integer    not null check (publicity_workdays between 0 and 60),
    offer_workdays    integer     not null check (offer_workdays between 1 and 60),
    lease_months      integer     not null check (lease_months between 1 and 60),
    list_digest       text check (list_digest ~ '^[0-9a-f]{64}$'),
    inputs_digest     text check (inputs_digest ~ '^[0-9a-f]{64}$'),
    list_committed_at timestamptz,
    draw_not_before   timestamptz,
    created_by        text        not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    version           bigint      not null,
    constraint round_list_frozen check (status in ('DRAFT', 'OPEN', 'CLOSED')
        or (list_digest is not null and inputs_digest is not null and list_committed_at is not null))
);

create table round_tier (
    round_id         uuid    not null references round,
    position         integer not null check (position >= 0),
    name             text    not null,
    education_levels text    not null,
    primary key (round_id, position)
);

create table round_unit (
    round_id uuid    not null references round,
    unit_id  uuid    not null references unit,
    live     boolean not null default true,
    primary key (round_id, unit_id)
);

-- A unit is offered by one round at a time; it leaves the round when it is leased.
create unique index round_unit_once on round_unit (unit_id) where live;

create sequence application_number;

create table application (
    id             uuid primary key,
    number         text        not null constraint application_number_unique unique,
    round_id       uuid        not null references round,
    talent_id      uuid        not null references applicant,
    status         text        not null check (status in
        ('DRAFT', 'SUBMITTED', 'IN_ROUND', 'WAITLISTED', 'OFFERED', 'CLEARING', 'ENTITLED', 'HOUSED',
         'REFUSED', 'WITHDRAWN', 'LAPSED')),
    tier_position  integer check (tier_position >= 0),
    refusal_code   text,
    held_kind      text,
    submitted_at   timestamptz,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        bigint      not null,
    constraint application_submitted_with_tier check (status in ('DRAFT', 'WITHDRAWN') or tier_position is not null),
    constraint application_refused_with_reason check (status <> 'REFUSED' or refusal_code is not null)
);

create index application_talent on application (talent_id, id);
create index application_round on application (round_id, status, id);

-- The household: its head (the applicant) and the members; live while the application can still lead to a flat.
create table household_member (
    application_id uuid    not null references application,
    position       integer not null check (position >= 0),
    relation       text    not null check (relation in ('SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER')),
    talent_id      uuid,
    name_cipher    bytea,
    live           boolean not null,
    primary key (application_id, position),
    constraint household_member_known check ((talent_id is null) <> (name_cipher is null))
);

-- A person is in one household with a live application, whether as its head or as a member.
create unique index household_person_once on household_member (talent_id) where live and talent_id is not null;

create table application_wish (
    application_id uuid    not null references application,
    position       integer not null check (position between 0 and 9),
    unit_id        uuid    not null references unit,
    primary key (application_id, position),
    -- Checked at commit, for a new order of wishes passes through doubles.
    constraint application_wish_once unique (application_id, unit_id) deferrable initially deferred
);

create index application_wish_unit on application_wish (unit_id);

-- The frozen list of a round.
create table round_ticket (
    id             uuid primary key,
    round_id       uuid    not null references round,
    ticket_id      text    not null,
    application_id uuid    not null constraint round_ticket_application_once unique references application,
    tier_position  integer not null,
    wishes         text    not null,
    constraint round_ticket_once unique (round_id, ticket_id)
);

create table draw (
    id               uuid primary key,
    round_id         uuid        not null references round,
    sequence         integer     not null check (sequence > 0),
    status           text        not null check (status in ('ENTROPY_ENTERED', 'ENTROPY_CONFIRMED', 'DRAWN', 'PUBLISHED', 'VOIDED')),
    entropy          text        not null,
    entered_by       text        not null,
    entered_at       timestamptz not null,
    confirmed_by     text,
    confirmed_at     timestamptz,
    seed             text check (seed ~ '^[0-9a-f]{64}$'),
    unavailable_units text       not null,
    drawn_by         text,
    drawn_at         timestamptz,
    published_at     timestamptz,
    voided_by        text,
    voided_at        timestamptz,
    void_reason      text,
    version          bigint      not null,
    constraint draw_sequence_unique unique (round_id, sequence),
    constraint draw_entropy_new unique (round_id, entropy),
    constraint draw_two_officers check (confirmed_by is null or confirmed_by <> entered_by),
    constraint draw_confirmed check (status in ('ENTROPY_ENTERED', 'VOIDED') or confirmed_by is not null),
    constraint draw_seeded check (status not in ('DRAWN', 'PUBLISHED') or seed is not null),
    constraint draw_voided_with_reason check (status <> 'VOIDED' or void_reason is not null)
);

-- One draw of a round counts; a former one stays, voided.
create unique index draw_one_valid on draw (round_id) where status <> 'VOIDED';

create table draw_placement (
    id             uuid primary key,
    draw_id        uuid    not null references draw,
    place          integer not null check (place > 0),
    ticket_id      text    not null,
    application_id uuid    not null references application,
    sort_key       text    not null,
    unit_id        uuid references unit,
    unit_code      text,
    struck         boolean not null,
    constraint draw_placement_place_once unique (draw_id, place),
    constraint draw_placement_ticket_once unique (draw_id, ticket_id),
    constraint draw_placement_unit_once unique (draw_id, unit_id),
    constraint draw_placement_struck_gets_nothing check (not struck or unit_id is null)
);
