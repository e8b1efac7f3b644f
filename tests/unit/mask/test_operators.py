import pytest

from extproc.detect.entities import EntityType as E
from extproc.mask.operators import CROWDLESS_ZIPS, Terms, applied
from extproc.mask.plan import Operator
from tests.support.masking import KEY

TERMS = Terms.of(KEY, "a", 2026)


def one(entity: E, value: str) -> str:
    return f"[{entity.value}_1]"


def write(operator: Operator, entity: E, value: str, terms: Terms = TERMS) -> str:
    return applied(operator, entity, value, one, terms)


def test_keep_keeps() -> None:
    assert write(Operator.KEEP, E.NAME, "Maria Lopez") == "Maria Lopez"


@pytest.mark.parametrize(
    ("entity", "value", "written"),
    [
        (E.DATE, "March 14, 2024", "2024"),
        (E.DATE, " 03/14/2024 ", "2024"),
        (E.DATE, "March 14", "[DATE]"),
        (E.DATE, "03/14/1931", "[DATE]"),
        (E.AGE, "54", "54"),
        (E.AGE, "89 years", "89 years"),
        (E.AGE, "90", "90+"),
        (E.AGE, "92-year-old", "90+-year-old"),
        (E.AGE, "92 years old", "90+ years old"),
        (E.AGE, "95 months", "[AGE_1]"),
        (E.AGE, "92 years 3 months", "[AGE_1]"),
        (E.AGE, "ninety-two", "[AGE_1]"),
        (E.AGE, "born 1931", "[AGE_1]"),
        (E.GEO, "02139", "021"),
        (E.GEO, "02139-4307", "021"),
        (E.GEO, "03601", "000"),
        (E.GEO, "0213", "[GEO_1]"),
        (E.GEO, "021390", "[GEO_1]"),
        (E.GEO, "Elm Street 12, 02139", "[GEO_1]"),
        (E.NAME, "Maria Lopez", "[NAME_1]"),
        (E.PHONE, "02139", "[PHONE_1]"),
    ],
)
def test_what_can_be_generalised_is_and_the_rest_gets_its_surrogate(entity: E, value: str, written: str) -> None:
    assert write(Operator.GENERALIZE, entity, value) == written


@pytest.mark.parametrize("prefix", sorted(CROWDLESS_ZIPS))
def test_zip_areas_without_a_crowd_are_000(prefix: str) -> None:
    assert write(Operator.GENERALIZE, E.GEO, f"{prefix}01") == "000"


def test_there_are_seventeen_crowdless_areas() -> None:
    assert len(CROWDLESS_ZIPS) == 17


def test_dates_shift_by_the_days_of_their_exchange() -> None:
    terms = Terms(b"", -31, 2026)
    assert write(Operator.SHIFT, E.DATE, "2024-03-14", terms) == "2024-02-12"
    assert write(Operator.SHIFT, E.DATE, "March 14", terms) == "[DATE_1]"
    assert write(Operator.SHIFT, E.MRN, "20240314", terms) == "[MRN_1]"


def test_the_days_lie_a_month_to_thirteen_back_and_differ_by_exchange() -> None:
    days = [Terms.of(KEY, str(number), 2026).shift_days for number in range(50)]
    assert all(-394 <= one <= -30 for one in days)
    assert len(set(days)) > 30


def test_a_surrogate_keeps_the_possessive_outside() -> None:
    assert write(Operator.SURROGATE, E.NAME, "Lopez's") == "[NAME_1]'s"


def test_equal_values_hash_equally_within_an_exchange_only() -> None:
    hashed = write(Operator.HASH, E.NAME, "Maria Lopez")
    assert len(hashed) == 64
    assert hashed == write(Operator.HASH, E.NAME, "maria  lopez")
    assert hashed != write(Operator.HASH, E.NAME, "Wei Zhang")
    assert hashed != write(Operator.HASH, E.NAME, "Maria Lopez", Terms.of(KEY, "b", 2026))


def test_mask_stars_every_character_and_redact_leaves_none() -> None:
    assert write(Operator.MASK, E.SSN, "219-09-9999") == "***********"
    assert write(Operator.REDACT, E.SSN, "219-09-9999") == ""


def test_a_blocked_value_never_gets_here() -> None:
    with pytest.raises(AssertionError):
        write(Operator.BLOCK, E.SSN, "219-09-9999")


@pytest.mark.parametrize("operator", [one for one in Operator if one is not Operator.BLOCK])
@pytest.mark.parametrize("value", ["\ud800", "\x00", "٩٢", "²", " ", "9" * 5000])
@pytest.mark.parametrize("entity", [E.DATE, E.AGE, E.GEO, E.NAME])
def test_every_operator_takes_any_text(operator: Operator, value: str, entity: E) -> None:
    written = write(operator, entity, value)
    assert operator is Operator.KEEP or not value.strip() or value not in written


def test_terms_do_not_print_their_secrets() -> None:
    assert repr(TERMS) == "Terms(this_year=2026)"
