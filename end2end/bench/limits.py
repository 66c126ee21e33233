"""What the machine and SQLite can do at best, beside which the program's figures are read. Prints JSON."""

import json
import os
import sqlite3
import tempfile
import time

ROWS = 1_300_000
PROBES = 50_000
SECONDS = 4


def probes(db):
    """How long one look-up by an index of so many numbers takes, in microseconds: the median and the 99th percentile."""
    db.execute("create table phones (id integer primary key, number text not null, customer text not null)")
    rows = ((n, f"+84{900_000_000 + n * 7919 % 99_999_989}", f"customer {n}") for n in range(ROWS))
    db.executemany("insert into phones values (?, ?, ?)", rows)
    db.execute("create index phones_by_number on phones (number)")
    db.commit()
    took = []
    for n in range(PROBES):
        number = f"+84{900_000_000 + (n * 104_729 % ROWS) * 7919 % 99_999_989}"
        before = time.perf_counter_ns()
        found = db.execute("select customer from phones where number = ?", (number,)).fetchone()
        took.append(time.perf_counter_ns() - before)
        assert found, number
    took.sort()
    return took[len(took) // 2] / 1000, took[len(took) * 99 // 100] / 1000


def inserts(db):
    """Rows a second, each committed and on the disk before the next."""
    db.execute("create table facts (id integer primary key, body text not null)")
    db.commit()
    begun, count = time.perf_counter(), 0
    while time.perf_counter() - begun < SECONDS:
        db.execute("insert into facts (body) values (?)", ("a fact of a call, as long as they usually are" * 3,))
        db.commit()
        count += 1
    return count / (time.perf_counter() - begun)


with tempfile.TemporaryDirectory() as folder:
    db = sqlite3.connect(os.path.join(folder, "limits.db"))
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    median, p99 = probes(db)
    print(json.dumps({"probe": {"value": p99, "median": median, "n": PROBES}, "inserts_per_s": inserts(db)}))
