CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE platform (
    id            uuid          PRIMARY KEY,
    code          text          NOT NULL CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
    name_zh       text          NOT NULL CHECK (name_zh <> ''),
    name_en       text          NOT NULL CHECK (name_en <> ''),
    kind          text          NOT NULL CHECK (kind IN ('LABORATORY', 'TECHNOLOGY_CENTRE', 'INCUBATOR', 'MAKER_SPACE',
                      'ACADEMICIAN_STATION', 'POSTDOC_STATION', 'EXPERT_WORKSTATION', 'HR_PARK', 'INDUSTRIAL_PARK',
                      'INNOVATION_CENTRE', 'THINK_TANK', 'INTERMEDIARY')),
    level         text          NOT NULL CHECK (level IN ('NATIONAL', 'MINISTRY_REGION', 'REGION', 'CITY')),
    layout        text          NOT NULL CHECK (layout IN ('CORE', 'POLE', 'POINT')),
    zone          text          NOT NULL CHECK (zone <> ''),
    function      text          NOT NULL CHECK (function IN ('RESEARCH', 'INCUBATION', 'APPLICATION')),
    operator_code text          NOT NULL CHECK (length(operator_code) = 18),
    industries    text[]        NOT NULL,
    region_code   text          NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
    longitude     numeric(9, 6) CHECK (longitude BETWEEN 73 AND 136),
    latitude      numeric(8, 6) CHECK (latitude BETWEEN 3 AND 54),
    version       bigint        NOT NULL,
    created_at    timestamptz   NOT NULL,
    updated_at    timestamptz   NOT NULL,
    search_text   text          GENERATED ALWAYS AS (lower(name_zh || ' ' || name_en || ' ' || code || ' ' || zone)) STORED,
    CONSTRAINT platform_code_unique UNIQUE (code),
    CONSTRAINT platform_has_both_coordinates_or_none CHECK ((longitude IS NULL) = (latitude IS NULL))
);

CREATE INDEX platform_search ON platform USING gin (search_text gin_trgm_ops);
CREATE INDEX platform_industries ON platform USING gin (industries);

-- Goes up with every change of the catalogue: the ETag of a search is this number, so an unchanged answer costs one row.
CREATE TABLE catalogue_revision (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision bigint NOT NULL
);

INSERT INTO catalogue_revision (revision) VALUES (0);

CREATE FUNCTION raise_catalogue_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE catalogue_revision SET revision = revision + 1;
    RETURN NULL;
END
$$;

-- At commit, so that this one row is the last a transaction locks: two that change platforms in turn cannot block each
-- other, and nobody reads a new number with old platforms.
CREATE CONSTRAINT TRIGGER platform_raises_revision AFTER INSERT OR UPDATE OR DELETE ON platform
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_catalogue_revision();
