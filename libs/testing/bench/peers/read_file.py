"""Reads a file once into memory, each cell as text, with one thread: a participant of the bench `read`."""

import csv

from measure import Measured, TextHash, new_columns, read_job

job = read_job()
path = job["path"]


def hashed(header, rows):
    if not job["digest"]:
        return None
    wanted = TextHash()
    columns = new_columns(header)
    for row in rows:
        for column in columns:
            if row[column]:
                wanted.add(row[0], column, row[column])
    return wanted.digest()


if job["reader"] == "polars":
    import polars

    with Measured() as measured:
        frame = polars.read_csv(path, separator=";", infer_schema=False)
    header = [name.removeprefix("\ufeff") for name in frame.columns]
    measured.tell(frame.height, hashed(header, frame.iter_rows()))
elif job["reader"] == "duckdb":
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    with Measured() as measured:
        connection.execute(
            "CREATE TABLE lines AS SELECT * FROM read_csv(?, delim=';', quote='\"', escape='\"', header=true, all_varchar=true)",
            [path],
        )
        rows = connection.execute("SELECT count(*) FROM lines").fetchone()[0]
    header = [column[0].removeprefix("\ufeff") for column in connection.execute("SELECT * FROM lines LIMIT 0").description]
    found = connection.execute("SELECT * FROM lines ORDER BY rowid").fetchall() if job["digest"] else []
    measured.tell(rows, hashed(header, found))
elif job["reader"] == "python csv":
    rows = 0
    kept = []
    with Measured() as measured, open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        header = next(reader)
        for row in reader:
            rows += 1
            if job["digest"]:
                kept.append(row)
    measured.tell(rows, hashed(header, kept))
else:
    raise SystemExit(f"There is no reader {job['reader']}")
