package gate.response_test

import data.gate.fixtures_test.answer
import data.gate.fixtures_test.answering
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.response

decision := response.decision

said contains [reason.id, reason.effect] if some reason in decision.reasons

test_an_answer_is_allowed if {
	decision == {
		"schema": "wardgate.response-decision/v1",
		"decision_id": "dec-1",
		"verdict": "allow",
		"reasons": [],
	} with input as answer with data.wardgate as wardgate
}

photo := {"identity": {"groups": ["analysts"]}, "phi": {"entities": {"PHOTO": {"count": 1}}}}

test_an_answer_is_denied_with_its_reasons if {
	decision.verdict == "deny" with input as answering(photo) with data.wardgate as wardgate
	said == {["response_entity", "deny"]} with input as answering(photo) with data.wardgate as wardgate
}

test_a_warned_rule_changes_nothing_and_is_told if {
	warned := holding({"modes": {"response_entity": "warn"}})
	decision.verdict == "allow" with input as answering(photo) with data.wardgate as warned
	said == {["response_entity", "warn"]} with input as answering(photo) with data.wardgate as warned
}

test_who_has_no_role_is_denied if {
	nobody := answering({"identity": {"groups": ["visitors"]}})
	decision.verdict == "deny" with input as nobody with data.wardgate as wardgate
	said == {["denied_by_default", "deny"]} with input as nobody with data.wardgate as wardgate
}

test_a_query_about_a_request_is_denied if {
	decision.verdict == "deny" with input as query with data.wardgate as wardgate
}

test_an_empty_query_is_undefined if {
	not decision with input as {} with data.wardgate as wardgate
}

test_nothing_is_allowed_without_data if {
	decision.verdict == "deny" with input as answer with data.wardgate as replacing("response", {})
	decision.verdict == "deny" with input as answer with data.wardgate as {}
}
