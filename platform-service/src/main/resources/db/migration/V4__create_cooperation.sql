CREATE TABLE institution (
    id         uuid        PRIMARY KEY,
    code       text        NOT NULL CHECK (code ~ '^[0-9]{5}$'),
    name_zh    text        NOT NULL CHECK (name_zh <> ''),
    name_en    text        NOT NULL CHECK (name_en <> ''),
    kind       text        NOT NULL CHECK (kind IN ('UNIVERSITY', 'RESEARCH_INSTITUTE')),
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT institution_code_unique UNIQUE (code)
);

CREATE TABLE cooperation_project (
    id                 uuid        PRIMARY KEY,
    code               text        NOT NULL CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
    name_zh            text        NOT NULL CHECK (name_zh <> ''),
    name_en            text        NOT NULL CHECK (name_en <> ''),
    institution_code   text        NOT NULL REFERENCES institution (code),
    enterprise_code    text        NOT NULL CHECK (length(enterprise_code) = 18),
    field              text        NOT NULL CHECK (field <> ''),
    contract_value_fen bigint      NOT NULL CHECK (contract_value_fen >= 0),
    started_on         date        NOT NULL,
    ends_on            date        NOT NULL,
    version            bigint      NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT cooperation_project_code_unique UNIQUE (code),
    CONSTRAINT cooperation_project_ends_after_start CHECK (ends_on > started_on)
);

CREATE INDEX cooperation_project_of_institution ON cooperation_project (institution_code, code);
CREATE INDEX cooperation_project_of_enterprise ON cooperation_project (enterprise_code, code);
