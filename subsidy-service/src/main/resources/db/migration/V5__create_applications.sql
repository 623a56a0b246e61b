CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SEQUENCE application_number_seq;

CREATE TABLE application (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    account_id text NOT NULL,
    talent_id uuid NOT NULL,
    scheme_id uuid NOT NULL REFERENCES scheme,
    scheme_code text NOT NULL,
    scheme_version_id uuid NOT NULL REFERENCES scheme_version,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}$'),
    status text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'ACCEPTED_FOR_REVIEW', 'UNDER_REVIEW',
        'RETURNED_FOR_CORRECTION', 'REVIEW_PASSED', 'PUBLICITY', 'OBJECTION_HANDLING', 'APPROVED', 'CLEARING',
        'ENTITLED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'REVOKED')),
    payee_bank_code text NOT NULL,
    payee_cipher bytea NOT NULL,
    payee_account_tail text NOT NULL CHECK (length(payee_account_tail) <= 4),
    monthly_amount_fen bigint CHECK (monthly_amount_fen > 0),
    submitted_at timestamptz,
    correction_due_at timestamptz,
    claim_id uuid,
    cleared_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT application_number_unique UNIQUE (number),
    CONSTRAINT application_claim_unique UNIQUE (claim_id)
);

-- One live application per person, scheme and period.
CREATE UNIQUE INDEX application_one_live ON application (talent_id, scheme_id, period)
    WHERE status NOT IN ('REJECTED', 'WITHDRAWN', 'LAPSED', 'REVOKED');
CREATE INDEX application_of_account ON application (account_id, id);
CREATE INDEX application_by_status ON application (status, id);

CREATE TABLE application_history (
    application_id uuid NOT NULL REFERENCES application,
    position integer NOT NULL,
    from_status text,
    to_status text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (application_id, position)
);

CREATE TABLE evidence (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    kind text NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    size_bytes bigint NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT evidence_kind_unique UNIQUE (application_id, kind)
);

-- Each decision with the facts and the rules it stood on, kept to be shown years later.
CREATE TABLE decision (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    step text NOT NULL CHECK (step IN ('REVIEW', 'APPROVAL')),
    outcome text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    reason text,
    scheme_version_number integer NOT NULL,
    facts text NOT NULL CHECK (facts IS JSON OBJECT),
    report text NOT NULL CHECK (report IS JSON OBJECT),
    -- Nobody decides two different steps of one application.
    CONSTRAINT decision_separation_of_duties
        EXCLUDE USING gist (application_id WITH =, decided_by WITH =, step WITH <>)
);

CREATE INDEX decision_of_application ON decision (application_id, id);
