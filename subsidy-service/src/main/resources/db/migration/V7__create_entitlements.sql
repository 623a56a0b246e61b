CREATE TABLE entitlement (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES application,
    talent_id uuid NOT NULL,
    scheme_code text NOT NULL,
    budget_line_code text NOT NULL,
    monthly_amount_fen bigint NOT NULL CHECK (monthly_amount_fen > 0),
    months integer NOT NULL CHECK (months > 0),
    first_period text NOT NULL CHECK (first_period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT entitlement_application_unique UNIQUE (application_id)
);

CREATE TABLE instalment (
    id uuid PRIMARY KEY,
    entitlement_id uuid NOT NULL REFERENCES entitlement,
    talent_id uuid NOT NULL,
    scheme_code text NOT NULL,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    status text NOT NULL CHECK (status IN ('PLANNED', 'IN_PAYMENT', 'PAID', 'RETURNED', 'CANCELLED')),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX instalment_one_per_period ON instalment (talent_id, scheme_code, period)
    WHERE status <> 'CANCELLED';
CREATE INDEX instalment_of_entitlement ON instalment (entitlement_id, period);
CREATE INDEX instalment_due ON instalment (scheme_code, period, status);
