-- Each mark of a sent event cost an entry of this index, which only the purge reads. Events are sent in about the order of
-- their rows, so that a summary of each range of pages finds the old ones as well.
DROP INDEX outbox_sent;
CREATE INDEX outbox_sent ON outbox USING brin (sent_at) WITH (autosummarize = on);
