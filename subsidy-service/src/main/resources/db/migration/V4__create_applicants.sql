-- What this service knows of a person: the last revision of talent.facts, never a name or an ID number.
CREATE TABLE applicant (
    talent_id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    account_id text,
    education_level text,
    degree text,
    institution text,
    graduated_on date,
    born_in_year integer,
    tier text,
    region_code text,
    employer_code text,
    employment_region_code text,
    employed_since date,
    social_insurance_month text,
    retained_since date,
    updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX applicant_of_account ON applicant (account_id) WHERE account_id IS NOT NULL;
