-- The mechanisms every service carries: events out, events in, repeated requests, and who decided what.
-- The text is the same in every service; a house rule compares the files.
-- Technical instants (created_at, sent_at, received_at) are the database's; occurred_at is the city's.

CREATE TABLE outbox (
    position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id       uuid        NOT NULL DEFAULT uuidv7() UNIQUE,
    topic          text        NOT NULL CHECK (topic <> ''),
    key            text        NOT NULL CHECK (key <> ''),
    type           text        NOT NULL CHECK (type <> ''),
    occurred_at    timestamptz NOT NULL,
    traceparent    text,
    correlation_id text,
    data           jsonb       NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    sent_at        timestamptz,
    parked_at      timestamptz,
    parked_reason  text,
    CHECK (sent_at IS NULL OR parked_at IS NULL),
    CHECK ((parked_at IS NULL) = (parked_reason IS NULL))
);

CREATE INDEX outbox_waiting ON outbox (position) WHERE sent_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (position) WHERE parked_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX inbox_received ON inbox (received_at);

CREATE TABLE idempotency_key (
    scope       text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint bytea       NOT NULL,
    status      int,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

CREATE TABLE audit_record (
    position       bigint      PRIMARY KEY CHECK (position > 0),
    occurred_at    timestamptz NOT NULL,
    actor          text        NOT NULL,
    action         text        NOT NULL,
    object_type    text        NOT NULL,
    object_id      text        NOT NULL,
    reason         text,
    correlation_id text,
    previous_hash  bytea       NOT NULL CHECK (length(previous_hash) = 32),
    hash           bytea       NOT NULL UNIQUE CHECK (length(hash) = 32)
);

CREATE INDEX audit_record_object ON audit_record (object_type, object_id, position);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
