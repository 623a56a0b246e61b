CREATE SEQUENCE batch_number_seq;
CREATE SEQUENCE payment_number_seq;

CREATE TABLE disbursement_batch (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    scheme_code text NOT NULL,
    budget_line_code text NOT NULL,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    status text NOT NULL CHECK (status IN ('DRAFT', 'LOCKED', 'APPROVED', 'FUNDS_RESERVED', 'SENT',
        'PARTIALLY_SETTLED', 'RECONCILED', 'CLOSED')),
    payment_count integer NOT NULL CHECK (payment_count > 0),
    total_fen bigint NOT NULL CHECK (total_fen > 0),
    built_by text NOT NULL,
    approved_by text,
    file_digest text CHECK (file_digest ~ '^[0-9a-f]{64}$'),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT batch_number_unique UNIQUE (number),
    CONSTRAINT batch_two_officers CHECK (approved_by <> built_by),
    CONSTRAINT batch_approved CHECK ((status IN ('DRAFT', 'LOCKED')) = (approved_by IS NULL)),
    CONSTRAINT batch_file CHECK ((status IN ('DRAFT', 'LOCKED', 'APPROVED', 'FUNDS_RESERVED')) = (file_digest IS NULL))
);

CREATE INDEX batch_of_scheme ON disbursement_batch (scheme_code, period, id);

CREATE TABLE batch_history (
    batch_id uuid NOT NULL REFERENCES disbursement_batch,
    position integer NOT NULL,
    from_status text,
    to_status text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (batch_id, position)
);

CREATE TABLE payment (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    batch_id uuid NOT NULL REFERENCES disbursement_batch,
    instalment_id uuid NOT NULL REFERENCES instalment,
    application_id uuid NOT NULL REFERENCES application,
    talent_id uuid NOT NULL,
    scheme_code text NOT NULL,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    status text NOT NULL CHECK (status IN ('READY', 'SENT', 'SETTLED', 'RETURNED', 'CANCELLED')),
    reason_code text,
    settled_on date,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT payment_number_unique UNIQUE (number),
    CONSTRAINT payment_returned CHECK ((status = 'RETURNED') = (reason_code IS NOT NULL)),
    CONSTRAINT payment_settled CHECK ((status = 'SETTLED') = (settled_on IS NOT NULL))
);

-- One payout per person, scheme and period: a second can exist only after the bank returned the first.
CREATE UNIQUE INDEX payment_one_payout ON payment (talent_id, scheme_code, period)
    WHERE status NOT IN ('RETURNED', 'CANCELLED');
CREATE UNIQUE INDEX payment_one_live_per_instalment ON payment (instalment_id)
    WHERE status NOT IN ('RETURNED', 'CANCELLED');
CREATE INDEX payment_of_batch ON payment (batch_id, id);
CREATE INDEX payment_of_talent ON payment (talent_id, id);

CREATE TABLE payment_history (
    payment_id uuid NOT NULL REFERENCES payment,
    position integer NOT NULL,
    from_status text,
    to_status text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (payment_id, position)
);

CREATE TABLE bank_return (
    id uuid PRIMARY KEY,
    batch_id uuid NOT NULL REFERENCES disbursement_batch,
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL,
    CONSTRAINT bank_return_once UNIQUE (batch_id, digest)
);

-- Every line the bank ever sent, with what became of it; a human looks at what could not be applied.
CREATE TABLE bank_return_line (
    bank_return_id uuid NOT NULL REFERENCES bank_return,
    line_number integer NOT NULL CHECK (line_number > 0),
    outcome text NOT NULL CHECK (outcome IN ('APPLIED', 'REPEATED', 'UNKNOWN_PAYMENT', 'CONTRADICTORY', 'MALFORMED')),
    payment_id uuid REFERENCES payment,
    raw text NOT NULL CHECK (length(raw) <= 1000),
    PRIMARY KEY (bank_return_id, line_number)
);

CREATE INDEX bank_return_line_for_human ON bank_return_line (bank_return_id, outcome);
CREATE INDEX bank_return_line_of_payment ON bank_return_line (payment_id);
