CREATE TABLE sample_note (
    id      uuid   PRIMARY KEY,
    title   text   NOT NULL CONSTRAINT sample_note_title_short CHECK (length(title) <= 40),
    pages   int    NOT NULL CHECK (pages >= 0),
    version bigint NOT NULL,
    CONSTRAINT sample_note_title_unique UNIQUE (title)
);
