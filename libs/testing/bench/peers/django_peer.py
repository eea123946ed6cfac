"""django-import-export on SQLite: export of contacts, and the import of a template with its bulk mode, dry or real.

`fill` makes the database from the [old] cells of a template. All fields are text, which costs least."""

import csv
import os

import django
from django.conf import settings

from measure import Measured, TextHash, new_columns, read_job

job = read_job()
settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": job["database"]}},
    INSTALLED_APPS=["django.contrib.contenttypes", "import_export"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

import tablib  # noqa: E402
from django.db import connection, models  # noqa: E402
from import_export import fields as export_fields  # noqa: E402
from import_export import resources  # noqa: E402

with open(job["path"], encoding="utf-8-sig", newline="") as file:
    header = next(csv.reader(file, delimiter=job["delimiter"]))
news = new_columns(header)
people = {"number": "CONTACT_NUMBER", "email": "EMAIL", "last": "LAST_NAME", "first": "FIRST_NAME"}
names = [f"f{index}" for index in range(len(news))]


class Meta:
    # Copies are made of models of installed apps alone.
    app_label = "import_export"


Contact = type(
    "Contact",
    (models.Model,),
    {
        "Meta": Meta,
        "__module__": __name__,
        "number": models.CharField(max_length=20, primary_key=True),
        "email": models.TextField(),
        "last": models.TextField(),
        "first": models.TextField(),
        **{name: models.TextField() for name in names},
    },
)


def old_column(new):
    """None where the field has no [old] column."""
    return new - 1 if header[new - 1].startswith("[old] ") else None


def fill():
    with connection.schema_editor() as editor:
        editor.create_model(Contact)
    with open(job["path"], encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=job["delimiter"])
        next(reader)
        batch = []
        for row in reader:
            values = [row[old_column(new)] if old_column(new) is not None else "" for new in news]
            batch.append(Contact(number=row[0], email=row[1], last=row[2], first=row[3], **dict(zip(names, values))))
            if len(batch) == 1000:
                Contact.objects.bulk_create(batch)
                batch = []
        Contact.objects.bulk_create(batch)


class ExportResource(resources.ModelResource):
    class Meta:
        model = Contact
        fields = ["number", "email", "last", "first", *names]


class FilledCells(export_fields.Field):
    """A [new] cell: blank leaves the value as it is."""

    def save(self, instance, row, is_m2m=False, **kwargs):
        cell = row[self.column_name]
        if cell != "":
            setattr(instance, self.attribute, cell)


def import_resource():
    meta = type(
        "Meta",
        (),
        {
            "model": Contact,
            "import_id_fields": ["number"],
            "fields": ["number", *names],
            "use_bulk": True,
            "batch_size": 1000,
            "skip_unchanged": True,
            "report_skipped": False,
            # Without it nothing is found to be unchanged: a dry run is there to tell.
            "skip_diff": job["action"] == "import",
        },
    )
    columns = {name: FilledCells(attribute=name, column_name=header[new]) for name, new in zip(names, news)}
    number = export_fields.Field(attribute="number", column_name=people["number"])
    return type("ImportResource", (resources.ModelResource,), {"Meta": meta, "number": number, **columns})()


def values_hash():
    """Of all contacts, as they are now."""
    hashed = TextHash()
    for contact in Contact.objects.order_by("number").values_list("number", *names):
        hashed.add(*contact)
    return hashed.digest()


def do_export():
    with Measured() as measured:
        written = ExportResource().export(Contact.objects.order_by("number")).csv
    hashed = TextHash()
    rows = 0
    for row in list(csv.reader(written.splitlines()))[1:]:
        hashed.add(*row)
        rows += 1
    measured.tell(rows, hashed.digest())


def do_import(dry):
    with Measured() as measured:
        with open(job["path"], encoding="utf-8-sig", newline="") as file:
            dataset = tablib.Dataset().load(file, format="csv", delimiter=job["delimiter"])
        result = import_resource().import_data(dataset, dry_run=dry, raise_errors=True, use_transactions=True)
    # A dry run leaves no values to look at: what it has found is how many lines would change.
    measured.tell(len(dataset), f"{result.totals['update']} changed" if dry else values_hash())


if not os.path.exists(job["database"]):
    fill()
if job["action"] == "fill":
    with Measured() as measured:
        pass
    measured.tell(Contact.objects.count(), values_hash())
elif job["action"] == "export":
    do_export()
else:
    do_import(job["action"] == "dry run")
