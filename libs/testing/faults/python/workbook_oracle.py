"""Random workbooks by openpyxl and xlsxwriter, and what python-calamine and openpyxl read in any. A line of JSON is asked, a line is answered."""

import datetime
import json
import random
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

PIECES = ["a", "é", "😀", " ", "\t", "\n", "=x", "<&>\"'", "_x0041_", "_x000D_", "000123", "Empty", "TRUE", "#N/A", "x" * 300, "ﬁ", "\u200b", "|"]


def text(rng):
    return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 5)))


def cell(rng):
    kind = rng.randrange(8)
    if kind == 0:
        return None
    if kind == 1:
        return rng.randrange(-(10**6), 10**15)
    if kind == 2:
        return rng.uniform(-1000, 1000) * 10 ** rng.randrange(-12, 12)
    if kind == 3:
        return rng.random() < 0.5
    if kind == 4:
        return datetime.datetime(1905, 1, 1) + datetime.timedelta(days=rng.randrange(60_000))
    return text(rng)


def by_openpyxl(rows, path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows():
        for one in row:
            if one.data_type in ("f", "e"):
                one.data_type = "s"
    book.save(path)


def by_xlsxwriter(rows, path, rng):
    options = {"constant_memory": rng.random() < 0.5, "date_1904": rng.random() < 0.2}
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet()
    date = book.add_format({"num_format": rng.choice(["dd/mm/yyyy", "[$-40C]d mmmm yyyy", "yyyy-mm-dd;@"])})
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(at, column, value, date)
            elif isinstance(value, bool):
                sheet.write_boolean(at, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(at, column, value)
            elif value is not None:
                sheet.write_string(at, column, value)
    book.close()


def told(value):
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, (int, float)):
        return ["number", float(value)]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return ["date", value.isoformat()[:10]]
    return ["text", value]


def rows_of(seed):
    rng = random.Random(seed)
    width = rng.randrange(1, 10)
    return rng, [[cell(rng) for _ in range(rng.randrange(1, width + 1))] for _ in range(rng.randrange(1, 40))]


def rows_for_others(request):
    return [[None if value is None else told(value) for value in row] for row in rows_of(request["seed"])[1]]


def read(path):
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return [[told(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


def read_by_openpyxl(path):
    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return [[told("" if value is None else value) for value in row] for row in sheet.iter_rows(values_only=True)]


def make(request):
    rng, rows = rows_of(request["seed"])
    if request["by"] == "openpyxl":
        by_openpyxl(rows, request["path"])
    else:
        by_xlsxwriter(rows, request["path"], rng)
    return None


ANSWERS = {
    "rows": rows_for_others,
    "make": make,
    "calamine": lambda request: read(request["path"]),
    "openpyxl": lambda request: read_by_openpyxl(request["path"]),
}
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(ANSWERS[request["do"]](request)), flush=True)
