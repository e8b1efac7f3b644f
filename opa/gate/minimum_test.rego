package gate.minimum_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.minimum

ids contains reason.id if some reason in minimum.reasons

all_of_them := {"too_many_bytes", "too_many_findings", "too_many_kinds", "too_many_subjects", "too_many_tokens"}

test_within_every_cap_is_silent if {
	ids == set() with input as query with data.wardgate as wardgate
}

test_findings_are_capped if {
	ids == set() with input as asking({"phi": {"total": 100}}) with data.wardgate as wardgate
	ids == {"too_many_findings"} with input as asking({"phi": {"total": 101}}) with data.wardgate as wardgate
}

test_kinds_are_capped if {
	kinds := {kind: {"count": 1} | some kind in ["DATE", "AGE", "PHONE", "MRN", "GEO"]}
	ids == {"too_many_kinds"} with input as asking({"phi": {"entities": kinds}}) with data.wardgate as wardgate
}

test_subjects_are_capped if {
	ids == {"too_many_subjects"} with input as asking({"phi": {"subjects": 51}}) with data.wardgate as wardgate
}

test_bytes_are_capped if {
	ids == {"too_many_bytes"} with input as asking({"request": {"bytes": 5001}}) with data.wardgate as wardgate
}

test_tokens_are_capped if {
	ids == {"too_many_tokens"} with input as asking({"request": {"max_tokens": 1001}}) with data.wardgate as wardgate
}

test_how_long_an_answer_may_be_must_be_said_where_it_is_required if {
	unsaid := {"request": {"max_tokens": null}}
	ids == set() with input as asking(unsaid) with data.wardgate as wardgate
	analyst := object.union(unsaid, {"identity": {"groups": ["analysts"]}})
	ids == {"too_many_tokens"} with input as asking(analyst) with data.wardgate as wardgate
}

test_every_role_in_force_caps if {
	both := {
		"identity": {"groups": ["doctors", "analysts"]},
		"purpose": {"code": "TREATMENT", "source": "claim"},
		"request": {"bytes": 1001},
	}
	ids == {"too_many_bytes"} with input as asking(both) with data.wardgate as wardgate
}

test_a_cap_that_is_no_number_holds_for_nothing if {
	worded := holding({"minimum": {"roles": {"clinician": {"bytes": "many", "kinds": null, "subjects": [99]}}}})
	ids == {"too_many_bytes", "too_many_kinds", "too_many_subjects"} with input as query with data.wardgate as worded
}

test_without_caps_nothing_is_within if {
	ids == all_of_them with input as query with data.wardgate as replacing("minimum", {"roles": {}})
	ids == all_of_them with input as query with data.wardgate as object.remove(wardgate, ["minimum"])
}

test_what_the_query_does_not_say_is_too_much if {
	ids == all_of_them with input as object.remove(query, ["phi", "request"]) with data.wardgate as wardgate
}
