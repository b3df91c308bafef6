"""The tables of the ledger."""

VERSION = 4
"""Of the file's layout. Version 2 had no editions, version 3 nothing of `ADDED`; what they hold stays as it is."""

SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS written (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (digest TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS printed (excerpt TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (excerpt, digest))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS frozen (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS edition (
    id INTEGER PRIMARY KEY, brief TEXT NOT NULL, number INTEGER NOT NULL, as_of TEXT NOT NULL, title TEXT NOT NULL,
    state TEXT NOT NULL, built TEXT NOT NULL, slot TEXT, approved TEXT, record TEXT NOT NULL, folder TEXT NOT NULL,
    UNIQUE (brief, number), UNIQUE (brief, slot));
CREATE TABLE IF NOT EXISTS edition_file (
    edition INTEGER NOT NULL REFERENCES edition, place INTEGER NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES frozen, PRIMARY KEY (edition, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS edition_excerpt (
    edition INTEGER NOT NULL REFERENCES edition, place INTEGER NOT NULL, excerpt TEXT NOT NULL, document TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, topic TEXT NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (edition, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS accepted (
    edition INTEGER NOT NULL REFERENCES edition, mark TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (edition, mark))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS delivery (
    number INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, way TEXT NOT NULL, address TEXT NOT NULL,
    outcome TEXT NOT NULL, due TEXT NOT NULL, changed TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    token TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '', UNIQUE (edition, way, address));
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (outcome, due);
CREATE TABLE IF NOT EXISTS watch (
    brief TEXT PRIMARY KEY, sha256 TEXT NOT NULL, cron TEXT NOT NULL, zone TEXT NOT NULL, catch_up REAL NOT NULL,
    since TEXT NOT NULL, looked TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lease (brief TEXT PRIMARY KEY, host TEXT NOT NULL, until TEXT NOT NULL) WITHOUT ROWID;
COMMIT;
"""
"""The tables of version 3, made where they are not there; what was added since stands in `ADDED`."""

ADDED = (("edition", "arrived"), ("edition_excerpt", "outlet"))
"""The columns that version 4 has and version 3 has not: text, empty where it was not noted."""
