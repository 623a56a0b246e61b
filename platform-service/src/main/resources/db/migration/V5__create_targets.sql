CREATE TABLE target (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,49}$'),
    name_zh      text        NOT NULL CHECK (name_zh <> ''),
    name_en      text        NOT NULL CHECK (name_en <> ''),
    indicator    text        NOT NULL CHECK (indicator IN ('GRADUATES_RETAINED', 'RENT_SUBSIDY_PAID')),
    unit         text        NOT NULL CHECK (unit IN ('PERSON', 'FEN')),
    source       text        NOT NULL CHECK (source IN ('EVENTS')),
    period       text        NOT NULL CHECK (period ~ '^20[0-9]{2}$'),
    target_value bigint      NOT NULL CHECK (target_value > 0),
    created_by   text        NOT NULL,
    version      bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT target_code_unique UNIQUE (code)
);

CREATE INDEX target_of_indicator ON target (indicator, period);

-- What was counted, each thing (a person, a payment) once, in the earliest month that an event named.
CREATE TABLE measurement (
    indicator text   NOT NULL,
    item      text   NOT NULL CHECK (item <> ''),
    month     text   NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    value     bigint NOT NULL CHECK (value > 0),
    PRIMARY KEY (indicator, item)
);

-- Running totals, so that reading a target does not sum what was counted.
CREATE TABLE monthly_total (
    indicator     text        NOT NULL,
    month         text        NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    actual        bigint      NOT NULL CHECK (actual >= 0),
    last_event_at timestamptz NOT NULL,
    PRIMARY KEY (indicator, month)
);
