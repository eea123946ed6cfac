"""Reads or writes a workbook once, with one thread: a participant of the bench `workbook`."""

import json

from measure import Measured, TextHash, read_job

job = read_job()


def rows_to_write():
    with open(job["data"], encoding="utf-8") as file:
        data = json.load(file)
    yield data["header"]
    pool = data["pool"]
    for row in range(job["rows"]):
        yield ["%08d" % row, *pool[row % len(pool)]]


def write_by_xlsxwriter(constant_memory):
    import xlsxwriter

    book = xlsxwriter.Workbook(job["path"], {"constant_memory": constant_memory})
    sheet = book.add_worksheet("Contacts")
    for at, row in enumerate(rows_to_write()):
        for column, cell in enumerate(row):
            if cell != "":
                sheet.write_string(at, column, cell)
    book.close()


def write_by_openpyxl():
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Contacts")
    for row in rows_to_write():
        sheet.append([None if cell == "" else cell for cell in row])
    book.save(job["path"])


def read_by_openpyxl():
    import openpyxl

    book = openpyxl.load_workbook(job["path"], read_only=True, data_only=True)
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if cell is None else cell for cell in row]


def read_by_calamine():
    from python_calamine import CalamineWorkbook

    yield from CalamineWorkbook.from_path(job["path"]).get_sheet_by_index(0).iter_rows()


WRITERS = {
    "openpyxl": write_by_openpyxl,
    "xlsxwriter": lambda: write_by_xlsxwriter(True),
    "shared texts": lambda: write_by_xlsxwriter(False),
}
READERS = {"openpyxl": read_by_openpyxl, "python-calamine": read_by_calamine}

if job["do"] == "write":
    with Measured() as measured:
        WRITERS[job["by"]]()
    measured.tell(job["rows"])
else:
    wanted = TextHash() if job.get("digest") else None
    rows = -1
    with Measured() as measured:
        for row in READERS[job["by"]]():
            rows += 1
            if wanted:
                wanted.add(*row)
    measured.tell(rows, wanted.digest() if wanted else None)
