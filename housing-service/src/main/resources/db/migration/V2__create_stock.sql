-- Needed for constraints that mix equality and ranges (leases of one unit do not overlap).
create extension if not exists btree_gist;

create table estate (
    id          uuid primary key,
    code        text        not null constraint estate_code_unique unique,
    name        text        not null,
    region_code text        not null check (region_code ~ '^[0-9]{6}$'),
    address     text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null
);

create table building (
    id         uuid primary key,
    estate_id  uuid        not null references estate,
    number     text        not null,
    created_at timestamptz not null,
    constraint building_number_unique unique (estate_id, number)
);

create table release_batch (
    id          uuid primary key,
    name        text        not null constraint release_batch_name_unique unique,
    estate_code text,
    unit_count  integer     not null check (unit_count > 0),
    released_at timestamptz not null,
    released_by text        not null
);

create table unit (
    id                 uuid primary key,
    building_id        uuid          not null references building,
    code               text          not null constraint unit_code_unique unique,
    estate_code        text          not null references estate (code),
    region_code        text          not null,
    number             text          not null,
    floor              integer       not null,
    rooms              integer       not null check (rooms > 0),
    area_square_metres numeric(7, 2) not null check (area_square_metres > 0),
    capacity           integer       not null check (capacity > 0),
    base_rent_fen      bigint        not null check (base_rent_fen >= 0),
    deposit_fen        bigint        not null check (deposit_fen >= 0),
    status             text          not null check (status in
        ('RAISED', 'PREPARED', 'RELEASED', 'RESERVED', 'LEASED', 'INSPECTION', 'MAINTENANCE', 'WITHDRAWN')),
    release_batch_id   uuid references release_batch,
    created_at         timestamptz   not null,
    updated_at         timestamptz   not null,
    version            bigint        not null,
    constraint unit_number_unique unique (building_id, number),
    constraint unit_release_has_batch check (status not in ('RELEASED', 'RESERVED', 'LEASED') or release_batch_id is not null)
);

-- The public search asks by state and pages by code.
create index unit_search on unit (status, code);
create index unit_estate on unit (estate_code, status, code);

create table unit_import (
    id          uuid primary key,
    status      text        not null check (status in ('RUNNING', 'FINISHED', 'INTERRUPTED')),
    total       bigint      not null check (total >= 0),
    created     bigint      not null check (created >= 0),
    updated     bigint      not null check (updated >= 0),
    unchanged   bigint      not null check (unchanged >= 0),
    rejected    bigint      not null check (rejected >= 0),
    started_at  timestamptz not null,
    finished_at timestamptz,
    started_by  text        not null,
    version     bigint      not null,
    constraint unit_import_adds_up check (total = created + updated + unchanged + rejected)
);

create table unit_import_row (
    id         uuid primary key,
    import_id  uuid   not null references unit_import,
    row_number bigint not null check (row_number > 0),
    unit_code  text,
    unit_id    uuid references unit,
    outcome    text   not null check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED')),
    errors     text   not null,
    constraint unit_import_row_number_once unique (import_id, row_number)
);

create unique index unit_import_row_once on unit_import_row (import_id, unit_code) where outcome <> 'REJECTED';

-- What happened to every unit, application, round, offer and lease: who moved it, when and why. Never updated.
create table state_change (
    id           uuid primary key,
    subject_type text        not null check (subject_type in ('UNIT', 'ROUND', 'APPLICATION', 'OFFER', 'LEASE')),
    subject_id   uuid        not null,
    from_status  text,
    to_status    text        not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    reason       text
);

create index state_change_subject on state_change (subject_id, id);
