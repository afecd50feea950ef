"""The tables of an index file; ``versions.INDEX`` counts their changes."""

LAYOUT = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE concept (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    scheme TEXT NOT NULL,
    uri TEXT NOT NULL,
    label TEXT NOT NULL,
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    type TEXT NOT NULL,
    description TEXT NOT NULL,
    UNIQUE (scheme, uri)
);
CREATE TABLE name (
    concept INTEGER NOT NULL REFERENCES concept,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE broader (
    concept INTEGER NOT NULL REFERENCES concept,
    broader INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (concept, broader)
) WITHOUT ROWID;
CREATE TABLE link (
    concept INTEGER NOT NULL REFERENCES concept,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    other INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (concept, kind, other)
) WITHOUT ROWID;
CREATE TABLE mapping (
    scheme TEXT NOT NULL,
    uri TEXT NOT NULL,
    to_scheme TEXT NOT NULL,
    to_uri TEXT NOT NULL,
    match TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE member (
    collection TEXT NOT NULL,
    concept INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (collection, concept)
) WITHOUT ROWID;
CREATE TABLE credential (
    concept INTEGER PRIMARY KEY REFERENCES concept,
    granted_by TEXT NOT NULL,
    by_law INTEGER
);
"""

# Written after the rows: an index that is filled while it grows is slower to fill.
LOOKUPS = """
CREATE INDEX concept_by_kind ON concept (kind);
CREATE INDEX concept_by_code ON concept (code) WHERE code != '';
CREATE INDEX name_of_concept ON name (concept);
CREATE INDEX narrower ON broader (broader);
CREATE INDEX link_to_other ON link (other);
CREATE INDEX mapping_from ON mapping (scheme, uri);
CREATE INDEX mapping_to ON mapping (to_scheme, to_uri);
CREATE VIRTUAL TABLE said USING fts5(
    text, content = 'name', content_rowid = 'rowid',
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO said (said) VALUES ('rebuild');
ANALYZE;
"""
