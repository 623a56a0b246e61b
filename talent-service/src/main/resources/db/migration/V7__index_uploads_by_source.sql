-- A university lists its own uploads, the newest first.
create index sync_batch_source on sync_batch (source, id desc);
