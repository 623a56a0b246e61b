-- What the effects of sample events leave behind, for the kit's own tests.
CREATE TABLE sample_effect (
    subject text NOT NULL,
    number  int  NOT NULL
);
