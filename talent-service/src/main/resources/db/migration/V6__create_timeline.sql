create table timeline_entry (
    id          uuid primary key,
    talent_id   uuid        not null,
    occurred_at timestamptz not null,
    service     text        not null,
    type        text        not null,
    data        jsonb       not null
);
create index timeline_entry_talent on timeline_entry (talent_id, occurred_at, id);
