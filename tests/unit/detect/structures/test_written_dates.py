import pytest

from extproc.detect.structures.written_dates import has_more_than_a_year, is_hl7, is_iso


@pytest.mark.parametrize(
    "text", ["2024-03", "2024-03-14", "2024-03-14T09:30:00Z", "2024-03-14T09:30:00.651+01:00", "1912-12-31"]
)
def test_dates_of_fhir(text: str) -> None:
    assert is_iso(text)


@pytest.mark.parametrize(
    "text", ["2024", "2024-13", "2024-03-32", "24-03-14", "2024-03-14 or so", "٢٠٢٤-٠٣", "9999-03-14", ""]
)
def test_no_dates_of_fhir(text: str) -> None:
    assert not is_iso(text)


@pytest.mark.parametrize(
    "text", ["202403", "20240314", "202403140930", "20240314093000.1234-0500", "20240314093000+0100"]
)
def test_dates_of_hl7(text: str) -> None:
    assert is_hl7(text)


@pytest.mark.parametrize("text", ["2024", "20241314", "5550142", "120000", "20240314x", "219099999", ""])
def test_no_dates_of_hl7(text: str) -> None:
    assert not is_hl7(text)


def test_a_year_alone_says_too_little() -> None:
    assert has_more_than_a_year("3/2/60")
    assert not has_more_than_a_year(" 1960 ")
    assert not has_more_than_a_year("unknown")
