# ruff: noqa: E501 - one case a row
import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked, marks, masked_text

QUILL, OZY, MRN = (E.NAME, "quill"), (E.NAME, "ozymandel"), (E.MRN, "88213001")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("INSERT INTO patients (name, mrn, dx) VALUES ('quill', 88213001, 'E11.9');", {QUILL, MRN}),
        ("insert into p (surname,mrn)\nvalues ('ozymandel',88213001),\n ('vexley','A12')", {OZY, MRN, (E.NAME, "vexley"), (E.MRN, "A12")}),
        ('INSERT INTO "emr"."p" ("first_name", "a1c", "last_name") VALUES (N\'quill\', round(7.4, 1), \'ozymandel\')', {QUILL, OZY}),
        ("INSERT INTO dbo.[Patient] ([LastName]) VALUES ('O''Quill')", {(E.NAME, "O''Quill")}),
        ("SELECT * FROM e WHERE last_name = 'ozymandel' AND mrn=88213001 AND icd='I10'", {OZY, MRN}),
        ("SELECT 1 FROM patients p WHERE p.name = 'quill' AND LOWER(p.last_name) = LOWER('ozymandel')", {QUILL, OZY}),
        ("UPDATE `p` SET `surname` = 'ozymandel', `kg` = 71 WHERE `mrn` = 88213001", {OZY, MRN}),
        ("DELETE FROM visits WHERE mrn IN (88213001, 'A12') AND loinc = '718-7'", {MRN, (E.MRN, "A12")}),
        ("select 1 from x where patient_name like 'quill%' or surname ILIKE '%ozymandel'", {QUILL, OZY}),
        ("SELECT 1 FROM x WHERE dob BETWEEN '1960-03-02' AND '1960-03-03' AND n = 3", {(E.DATE, "1960-03-02"), (E.DATE, "1960-03-03")}),
        ("UPDATE users SET name = 'Quill' WHERE age = 93", {(E.NAME, "Quill"), (E.AGE, "93")}),
        ('{"query": "SELECT 1 FROM x WHERE surname = \'ozymandel\'"}', {OZY}),
    ],
)  # fmt: skip
def test_values_are_named_by_their_columns(text: str, found: set[tuple[E, str]]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "SELECT name, dose FROM drugs WHERE name = 'metformin' AND code IN ('E11.9', 'I10');",
        "CREATE TABLE patients (name VARCHAR(80), mrn INT); SELECT name, mrn FROM patients ORDER BY last_name;",
        "SELECT 1 FROM plans WHERE provider = 'aetna'",
        "INSERT INTO t (mrn, name) VALUES (NULL, '')",
        "INSERT INTO t (mrn) SELECT 1",
        "Please update the chart where needed; values (see below) were in range.",
        "where name = 'quill'",
        "UPDATE patient_settings SET name = 'language' WHERE name = 'lang'",
        "INSERT INTO provider_types (id, name) VALUES (1, 'Primary care')",
        "UPDATE jobs SET name = 'nightly' FROM users WHERE users.id = jobs.user_id",
        "SELECT avg(a1c) FROM patients WHERE age BETWEEN 90 AND 99 AND age >= 90 AND sex = 'F'",
    ],
)
def test_what_speaks_of_nobody_is_left_alone(text: str) -> None:
    assert marked(text) == set()


def test_quotes_and_types_stay() -> None:
    assert len(marks("UPDATE p SET surname = 'ozymandel'").kept) == 2
    text = "INSERT INTO patients (name, mrn, dob, kg) VALUES ('O''Quill', 88213001, '1960-03-02', 71.5)"
    assert masked_text(text) == ("INSERT INTO patients (name, mrn, dob, kg) VALUES ('[NAME_1]', -1, '1960', 71.5)")
