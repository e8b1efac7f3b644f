import pytest

from extproc.mask.dates import shifted, year_of


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("2024-03-14", 2024),
        ("2024-03-14T10:22:00Z", 2024),
        ("2024/3/4", 2024),
        ("20240314", 2024),
        ("20240314102200", 2024),
        ("03/14/2024", 2024),
        ("14.03.2024", 2024),
        ("March 14, 2024", 2024),
        ("14 mars 2024", 2024),
        ("Thursday, March 14th, 2024", 2024),
        ("March 2024", 2024),
        ("2024", 2024),
        ("3/14/24", 2024),
        ("3/14/82", 1982),
        ("01-JAN-27", 2027),
        ("3/14/36", None),  # 1936 would be a birth year of 90
        ("1937-01-01", 1937),
        ("1936-12-31", None),
        ("March 14", None),
        ("03/14", None),
        ("14:30", None),
        ("June 2019 to March 2020", None),
        ("yesterday", None),
        ("12024", None),
    ],
)
def test_the_year_of_a_date_stays_unless_births_in_it_are_over_89(value: str, year: int | None) -> None:
    assert year_of(value, this_year=2026) == year


@pytest.mark.parametrize(
    ("value", "days", "moved"),
    [
        ("2024-03-14", 1, "2024-03-15"),
        ("2024-03-14", -14, "2024-02-29"),
        ("2024-3-4", 30, "2024-4-3"),
        ("2024/12/31", 1, "2025/01/01"),
        ("20240314", -40, "20240203"),
        ("03/14/2024", -40, "02/03/2024"),
        ("3/14/2024", -40, "2/3/2024"),
        ("12/31/99", 1, "01/01/00"),
        ("14/03/2024", 1, "15/03/2024"),
        ("14.03.2024", 20, "03.04.2024"),
        ("March 14, 2024", 20, "April 3, 2024"),
        ("Mar 14, 2024", 20, "Apr 3, 2024"),
        ("MARCH 1st, 2024", 1, "MARCH 2nd, 2024"),
        ("March 10th, 2024", 1, "March 11th, 2024"),
        ("14 mar 2024", 20, "3 apr 2024"),
        ("14-MAR-24", 20, "03-APR-24"),
        ("2024-03-14T10:22:00Z", 1, "2024-03-15T10:22:00Z"),
        ("03/14/2024 10:22 AM", 1, "03/15/2024 10:22 AM"),
        ("20240314102200", 1, "20240315102200"),
    ],
)
def test_a_date_moves_and_keeps_its_writing(value: str, days: int, moved: str) -> None:
    assert shifted(value, days) == moved


@pytest.mark.parametrize(
    "value",
    ["March 14", "13/13/2024", "2024-02-30", "Thursday, March 14, 2024", "0000-01-01", "14 mars 2024", "2024", ""],
)
def test_what_is_no_readable_date_does_not_move(value: str) -> None:
    assert shifted(value, 1) is None


def test_a_date_does_not_leave_the_calendar() -> None:
    assert shifted("9999-12-31", 1) is None
