-- A list once published is never altered: the next approvals of a week are its next issue.
CREATE TABLE publicity_list (
    id uuid PRIMARY KEY,
    scheme_code text NOT NULL,
    week text NOT NULL CHECK (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    issue integer NOT NULL CHECK (issue > 0),
    published_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    content text NOT NULL CHECK (content IS JSON OBJECT),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT publicity_issue_unique UNIQUE (scheme_code, week, issue),
    CONSTRAINT publicity_closes_later CHECK (closes_at > published_at)
);

CREATE TABLE publicity_entry (
    application_id uuid PRIMARY KEY REFERENCES application,
    list_id uuid NOT NULL REFERENCES publicity_list,
    application_number text NOT NULL,
    closed_at timestamptz
);

CREATE INDEX publicity_entry_of_list ON publicity_entry (list_id);
CREATE INDEX publicity_entry_open ON publicity_entry (list_id) WHERE closed_at IS NULL;

CREATE TRIGGER publicity_list_final BEFORE UPDATE OR DELETE OR TRUNCATE ON publicity_list
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE objection (
    id uuid PRIMARY KEY,
    list_id uuid NOT NULL REFERENCES publicity_list,
    application_id uuid NOT NULL REFERENCES application,
    status text NOT NULL CHECK (status IN ('OPEN', 'DISMISSED', 'UPHELD')),
    statement text NOT NULL,
    contact_cipher bytea NOT NULL,
    raised_at timestamptz NOT NULL,
    handled_by text,
    handled_at timestamptz,
    handling_reason text,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT objection_handled CHECK (
        (status = 'OPEN') = (handled_by IS NULL) AND (handled_by IS NULL) = (handling_reason IS NULL))
);

CREATE INDEX objection_of_application ON objection (application_id, status);
