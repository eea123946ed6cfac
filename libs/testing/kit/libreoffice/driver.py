"""Does in a real LibreOffice what an officer would do by hand: opens a .csv, types into cells, sorts, saves.

Reads one JSON object from stdin: {"locale": "fr-FR", "documents": [{"open": {...}, "steps": [{...}, ...]}, ...]}, and writes to stdout,
for each document, what its "read" steps saw. See src/spreadsheets/libre-office.ts for the shapes. Needs Debian's python3-uno.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.CellDeleteMode import LEFT
from com.sun.star.sheet.CellInsertMode import RIGHT
from com.sun.star.table import TableSortField
from com.sun.star.table.CellContentType import EMPTY, FORMULA, TEXT

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
</oor:items>"""
CHARSETS = {"utf-8": "76", "utf-16": "65535", "windows-1252": "1", "macintosh": "2", "windows-1250": "33",
            "windows-1251": "34", "windows-1253": "35"}
TEXT_COLUMN = "2"
MANY_COLUMNS = 200


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def csv_options(delimiter, charset, columns="", special=False, as_shown=None):
    """https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html"""
    eighth = special if as_shown is None else as_shown
    return ",".join([str(ord(delimiter)), "34", CHARSETS[charset], "1", columns, "0", "false", str(eighth).lower()])


class Office:
    def __init__(self, locale):
        self.folder = tempfile.mkdtemp(prefix="libreoffice-")
        os.mkdir(os.path.join(self.folder, "user"))
        with open(os.path.join(self.folder, "user", "registrymodifications.xcu"), "w") as profile:
            profile.write(PROFILE % locale)
        pipe = os.path.basename(self.folder)
        self.desktop = None
        self.process = subprocess.Popen(
            ["soffice", "-env:UserInstallation=file://" + self.folder, "--headless", "--norestore", "--nologo",
             "--accept=pipe,name=%s;urp;" % pipe],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.url = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe

    def connect(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        while True:
            try:
                context = resolver.resolve(self.url)
                self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
                return
            except Exception:
                if self.process.poll() is not None:
                    raise RuntimeError("LibreOffice has ended with %s" % self.process.returncode)
                time.sleep(0.1)

    def open(self, path, delimiter=",", charset="utf-8", asText=False, special=False):
        columns = "/".join("%d/%s" % (n, TEXT_COLUMN) for n in range(1, MANY_COLUMNS + 1)) if asText else ""
        options = {"Hidden": True}
        if path.endswith(".csv"):
            options.update(FilterName="Text - txt - csv (StarCalc)",
                           FilterOptions=csv_options(delimiter, charset, columns, special))
        document = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, properties(**options))
        if document is None:
            raise RuntimeError("LibreOffice cannot open " + path)
        return document

    def close(self):
        try:
            self.desktop.terminate()
            self.process.wait(20)
        except Exception:
            pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return end.EndRow + 1, end.EndColumn + 1


def read(sheet):
    rows, columns = used(sheet)
    kinds = {EMPTY.value: "empty", TEXT.value: "text", FORMULA.value: "formula"}

    def look(cell):
        return {"kind": kinds.get(cell.Type.value, "number"), "text": cell.String}

    return [[look(sheet.getCellByPosition(column, row)) for column in range(columns)] for row in range(rows)]


def type_text(document, sheet, step):
    # As typed at the keyboard: a program in French knows VRAI, one in German 31.12.2024.
    sheet.getCellRangeByName(step["cell"]).FormulaLocal = step["text"]


def format_cells(document, sheet, step):
    formats = document.NumberFormats
    key = 0
    if step["as"] != "General":
        locale = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
        key = formats.queryKey(step["as"], locale, False)
        key = formats.addNew(step["as"], locale) if key == -1 else key
    cells = sheet.getCellRangeByName(step["cells"])
    for row in range(cells.Rows.Count):
        for column in range(cells.Columns.Count):
            cells.getCellByPosition(column, row).NumberFormat = key


def sort(document, sheet, step):
    field = TableSortField(Field=0, IsAscending=True)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    uno.invoke(sheet.getCellRangeByName(step["cells"]), "sort",
               (properties(SortFields=fields, ContainsHeader=False, IsSortColumns=False),))


def delete_cells(document, sheet, step):
    sheet.removeRange(sheet.getCellRangeByName(step["cells"]).RangeAddress, LEFT)


def insert_cells(document, sheet, step):
    sheet.insertCells(sheet.getCellRangeByName(step["cells"]).RangeAddress, RIGHT)


def save(document, sheet, step):
    path = step["path"]
    filters = {".csv": "Text - txt - csv (StarCalc)", ".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
    options = {"FilterName": filters[os.path.splitext(path)[1]], "Overwrite": True}
    if path.endswith(".csv"):
        options["FilterOptions"] = csv_options(step["delimiter"], step.get("charset", "utf-8"),
                                               as_shown=step.get("asShown", True))
    document.storeToURL(uno.systemPathToFileUrl(path), properties(**options))


STEPS = {"type": type_text, "format": format_cells, "sort": sort, "deleteCells": delete_cells,
         "insertCells": insert_cells, "save": save}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    task = json.load(sys.stdin)
    office = Office(task["locale"])
    try:
        office.connect()
        seen = []
        for job in task["documents"]:
            document = office.open(**job["open"])
            sheet = document.Sheets.getByIndex(0)
            reads = []
            for step in job["steps"]:
                if step["do"] == "read":
                    reads.append(read(sheet))
                else:
                    STEPS[step["do"]](document, sheet, step)
            document.close(True)
            seen.append(reads)
        json.dump(seen, sys.stdout)
    finally:
        office.close()


main()
