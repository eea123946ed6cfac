"""What the participants in Python have in common: the job, the hash over lines of cells, and the sample at the end."""

import hashlib
import json
import resource
import sys
import time


def read_job():
    return json.loads(sys.stdin.readline())


class TextHash:
    """The same text, and so the same hash, as that of text-hash.ts."""

    def __init__(self):
        self.hash = hashlib.sha256()

    def add(self, *cells):
        self.hash.update(("\t".join(map(str, cells)) + "\n").encode())

    def digest(self):
        return self.hash.hexdigest()[:16]


def new_columns(header):
    return [column for column, name in enumerate(header) if name.startswith("[new] ")]


class Measured:
    """Times what is done inside."""

    def __enter__(self):
        self.cpu = time.process_time()
        self.begin = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self.begin
        self.cpu = time.process_time() - self.cpu

    def tell(self, rows, digest=None):
        sample = {
            "seconds": self.seconds,
            "rows": rows,
            "cpuSeconds": self.cpu,
            "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        if digest is not None:
            sample["digest"] = digest
        print(json.dumps(sample))
