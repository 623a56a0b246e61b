create table sync_batch (
    id              uuid primary key,
    source          text        not null,
    status          text        not null check (status in ('RUNNING', 'FINISHED', 'INTERRUPTED')),
    total           bigint      not null check (total >= 0),
    created         bigint      not null check (created >= 0),
    updated         bigint      not null check (updated >= 0),
    unchanged       bigint      not null check (unchanged >= 0),
    stale_ignored   bigint      not null check (stale_ignored >= 0),
    rejected        bigint      not null check (rejected >= 0),
    started_at      timestamptz not null,
    heartbeat_at    timestamptz not null default now(),
    finished_at     timestamptz,
    version         bigint      not null,
    constraint sync_batch_counts_add_up check (total = created + updated + unchanged + stale_ignored + rejected),
    constraint sync_batch_end_has_time check ((status = 'RUNNING') = (finished_at is null))
);
-- The heartbeat is the database's time: it tells a broken upload from a slow one, and no moved clock may touch that.
create index sync_batch_running on sync_batch (heartbeat_at) where status = 'RUNNING';

create table sync_result (
    batch_id    uuid    not null references sync_batch (id) on delete cascade,
    row_number  bigint  not null check (row_number > 0),
    external_id text,
    outcome     text    not null
        check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'STALE_IGNORED', 'REJECTED')),
    talent_id   uuid references talent (id),
    errors      jsonb   not null,
    primary key (batch_id, row_number),
    constraint sync_result_rejected_says_why check ((outcome = 'REJECTED') = (jsonb_array_length(errors) > 0))
);
create index sync_result_outcome on sync_result (batch_id, outcome, row_number);
-- Within one batch a record of the source is taken once.
create unique index sync_result_taken_once on sync_result (batch_id, external_id) where outcome <> 'REJECTED';
