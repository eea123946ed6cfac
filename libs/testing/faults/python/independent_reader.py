"""What libs/csv must say about a file, by Python's csv module and Python's own codecs: one request a line, one answer a line, both JSON.

Request: {"file": base64, "known": [names of columns]}
Answer:  {"encoding", "delimiter", "header", "records": [[row, cells]], "blankLines"} or {"code", "line"}
"""

import base64
import csv
import io
import json
import re
import sys

DELIMITERS = [";", ",", "\t"]
# White space of ECMAScript, so that both mean the same by "blank".
WHITE = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


class Refused(Exception):
    pass


def cp1252(file):
    def character(byte):
        try:
            return bytes([byte]).decode("cp1252")
        except UnicodeDecodeError:
            return chr(byte)

    return "".join(map(character, file))


def decode(file):
    try:
        if file[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
            raise Refused
        if file[:3] == b"\xef\xbb\xbf":
            return "utf-8", file.decode("utf-8-sig")
        if file[:2] == b"\xff\xfe":
            return "utf-16le", file[2:].decode("utf-16-le")
        if file[:2] == b"\xfe\xff":
            return "utf-16be", file[2:].decode("utf-16-be")
    except UnicodeDecodeError:
        raise Refused
    head = file[:512]
    if len(head) >= 4 and head.count(0) * 3 > len(head):
        raise Refused
    try:
        return "utf-8", file.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252", cp1252(file)


def parse(text, delimiter):
    """All records, blank ones too, and whether a quote is open at the end: then a line behind it is swallowed."""
    lines = io.StringIO(text + "\nEND", newline="")
    records = list(csv.reader(lines, delimiter=delimiter, quotechar='"', doublequote=True, strict=False))
    is_open = records[-1] != ["END"]
    return records[:-1], is_open


def is_blank(record):
    return all(cell.strip(WHITE) == "" for cell in record)


def read(file, known):
    encoding, text = decode(file)
    text = text.rstrip("\x1a")
    sep = re.match(r'(?:sep=([,;\t])|"sep=([,;\t])")(?:\r\n|\r|\n|\Z)', text, re.IGNORECASE)
    if sep:
        text = text[sep.end():]

    best = None
    for delimiter in [sep.group(1) or sep.group(2)] if sep else DELIMITERS:
        records, is_open = parse(text, delimiter)
        header = next((record for record in records if not is_blank(record)), None)
        score = (0, float("inf")) if header is None else (sum(cell in known for cell in header), len(header))
        if best is None or score > best[0]:
            best = (score, delimiter, records, is_open, header)

    _, delimiter, records, is_open, header = best
    if is_open:
        return {"code": "QUOTE_NOT_CLOSED", "line": len(records) + 1}
    if header is None:
        return {"code": "FILE_EMPTY", "line": None}
    # The line break in front of END ends a blank record of its own when the text ended with one, unless the two are a CRLF.
    if text == "" or text.endswith("\n"):
        records.pop()
    rows = [[row, cells] for row, cells in enumerate(records, 1) if not is_blank(cells)]
    return {
        "encoding": encoding,
        "delimiter": delimiter,
        "header": header,
        "records": rows[1:],
        "blankLines": len(records) - len(rows),
    }


csv.field_size_limit(2**31 - 1)
for request in sys.stdin:
    asked = json.loads(request)
    try:
        answer = read(base64.b64decode(asked["file"]), set(asked["known"]))
    except Refused:
        answer = {"code": "ENCODING_INVALID", "line": None}
    print(json.dumps(answer), flush=True)
