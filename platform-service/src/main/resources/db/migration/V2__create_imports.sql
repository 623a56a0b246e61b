-- Bulk imports: what was read, and what became of each row.
CREATE TABLE import_run (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('PLATFORMS', 'INSTITUTIONS', 'COOPERATION_PROJECTS')),
    status      text        NOT NULL CHECK (status IN ('RUNNING', 'FINISHED', 'INTERRUPTED')),
    total       bigint      NOT NULL CHECK (total >= 0),
    created     bigint      NOT NULL CHECK (created >= 0),
    updated     bigint      NOT NULL CHECK (updated >= 0),
    unchanged   bigint      NOT NULL CHECK (unchanged >= 0),
    rejected    bigint      NOT NULL CHECK (rejected >= 0),
    started_at  timestamptz NOT NULL,
    started_by  text        NOT NULL,
    finished_at timestamptz,
    version     bigint      NOT NULL,
    CONSTRAINT import_run_adds_up CHECK (total = created + updated + unchanged + rejected),
    CONSTRAINT import_run_ends CHECK ((status = 'RUNNING') = (finished_at IS NULL))
);

CREATE TABLE imported_row (
    id         uuid   PRIMARY KEY,
    import_id  uuid   NOT NULL REFERENCES import_run,
    row_number bigint NOT NULL CHECK (row_number > 0),
    code       text,
    outcome    text   NOT NULL CHECK (outcome IN ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED')),
    subject_id uuid,
    errors     text   NOT NULL,
    CONSTRAINT imported_row_number_unique UNIQUE (import_id, row_number),
    CONSTRAINT imported_row_rejected_says_why CHECK ((outcome = 'REJECTED') = (errors <> '[]'))
);

-- One row of an import speaks for a code; a second one is rejected.
CREATE UNIQUE INDEX imported_row_code_once ON imported_row (import_id, code) WHERE outcome <> 'REJECTED';
