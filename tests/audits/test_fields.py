"""Fields are written as they are read, and described for editors' tools."""

from __future__ import annotations

import jsonschema
import pytest

from publication.audits.period import FinancialYear, Month, Period
from publication.audits.record import AuditFields
from publication.audits.series import SeriesFields

FIELDS = {
    "title": "Neglect",
    "series": "multi-agency",
    "status": "published",
    "period": "2018-10 to 2019-02",
    "topics": ["neglect"],
    "published": "2019-09-01",
    "expected": "2019-09",
    "actions": [{"what": "Train", "due": "2020-06", "status": "to-do"}],
    "review": "2027-09",
}


def test_a_record_is_written_as_it_was_read() -> None:
    """Months, years, periods and days come out as an editor types them."""
    read = AuditFields.model_validate(FIELDS)
    assert read.model_dump(mode="json", exclude_defaults=True) | {"actions": FIELDS["actions"]} == FIELDS
    series = SeriesFields.model_validate(
        {
            "title": "One",
            "order": "1",
            "palette": "slate",
            "reported": {"on": "2019", "totals": {"2018/19": "5"}},
        }
    )
    assert series.reported
    assert series.reported.totals == {FinancialYear(2018): 5}


def test_what_is_read_does_not_change() -> None:
    """A record is what it is from the moment it was read."""
    read = AuditFields.model_validate(FIELDS)
    with pytest.raises(ValueError, match="frozen"):
        read.title = "Other"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("period", Period.parse("2017/18 to 2018/19")),
        ("period", Period.parse("2018-10")),
        ("review", Month(2027, 9)),
    ],
)
def test_schema_fits(field: str, value: Period | Month) -> None:
    """The schema for editors' tools accepts what the model writes."""
    schema = AuditFields.model_json_schema()["properties"][field]
    assert jsonschema.Draft7Validator(schema).is_valid(value.written)
