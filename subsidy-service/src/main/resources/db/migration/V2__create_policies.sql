-- A scheme below a policy, and its dated versions: rules, amounts and terms as data.
CREATE TABLE scheme (
    id uuid PRIMARY KEY,
    code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,49}$'),
    policy text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT scheme_code_unique UNIQUE (code)
);

CREATE TABLE scheme_version (
    id uuid PRIMARY KEY,
    scheme_id uuid NOT NULL REFERENCES scheme,
    number integer NOT NULL CHECK (number > 0),
    status text NOT NULL CHECK (status IN ('DRAFT', 'UNDER_CONSULTATION', 'IN_FORCE', 'SUPERSEDED', 'REPEALED')),
    benefit_kind text,
    budget_line_code text NOT NULL,
    instalments integer NOT NULL CHECK (instalments BETWEEN 1 AND 120),
    publicity_workdays integer NOT NULL CHECK (publicity_workdays BETWEEN 1 AND 60),
    correction_workdays integer NOT NULL CHECK (correction_workdays BETWEEN 1 AND 60),
    created_by text NOT NULL,
    put_in_force_by text,
    in_force_at timestamptz,
    ended_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT scheme_version_number_unique UNIQUE (scheme_id, number),
    CONSTRAINT scheme_version_two_officers CHECK (put_in_force_by <> created_by),
    CONSTRAINT scheme_version_put_in_force CHECK (
        (status IN ('DRAFT', 'UNDER_CONSULTATION')) = (put_in_force_by IS NULL)
        AND (put_in_force_by IS NULL) = (in_force_at IS NULL))
);

CREATE UNIQUE INDEX scheme_version_one_in_force ON scheme_version (scheme_id) WHERE status = 'IN_FORCE';

CREATE TABLE scheme_rule (
    scheme_version_id uuid NOT NULL REFERENCES scheme_version,
    position integer NOT NULL,
    name text NOT NULL,
    cel text NOT NULL CHECK (length(cel) BETWEEN 1 AND 1000),
    text_zh text NOT NULL,
    text_en text NOT NULL,
    PRIMARY KEY (scheme_version_id, position),
    CONSTRAINT scheme_rule_name_unique UNIQUE (scheme_version_id, name)
);

CREATE TABLE scheme_amount (
    scheme_version_id uuid NOT NULL REFERENCES scheme_version,
    position integer NOT NULL,
    education_level text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    PRIMARY KEY (scheme_version_id, position),
    CONSTRAINT scheme_amount_level_unique UNIQUE (scheme_version_id, education_level)
);

CREATE TABLE scheme_evidence (
    scheme_version_id uuid NOT NULL REFERENCES scheme_version,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    PRIMARY KEY (scheme_version_id, position),
    CONSTRAINT scheme_evidence_kind_unique UNIQUE (scheme_version_id, kind)
);
