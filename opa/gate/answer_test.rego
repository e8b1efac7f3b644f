package gate.answer_test

import data.gate.answer as answers
import data.gate.fixtures_test.answer
import data.gate.fixtures_test.answering
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate

ids contains reason.id if some reason in answers.reasons

calling(names) := {"response": {"tool_calls": {"count": count(names), "names": names}}}

analyst := {"identity": {"groups": ["analysts"]}}

test_an_answer_that_calls_nothing_is_silent if {
	ids == set() with input as answer with data.wardgate as wardgate
	ids == set() with input as answering(analyst) with data.wardgate as wardgate
}

test_a_query_about_a_request_is_not_understood if {
	ids == {"response_not_understood", "response_tool_not_permitted", "response_tool_unknown"} with input as query
		with data.wardgate as replacing("response", {"roles": {"clinician": {"ends": []}}})
}

test_the_request_must_have_been_allowed if {
	ids == {"response_not_understood"} with input as answering({"request_decision": {"verdict": "deny"}})
		with data.wardgate as wardgate
}

test_a_role_has_its_tools_called if {
	ids == set() with input as answering(calling(["find", "book"])) with data.wardgate as wardgate
	ids == set() with input as answering(object.union(analyst, calling(["find"]))) with data.wardgate as wardgate
	ids == {"response_tool_not_permitted"} with input as answering(object.union(analyst, calling(["find", "book"])))
		with data.wardgate as wardgate
}

test_unknown_tools_are_for_those_who_may if {
	unknown := {"response": {"tool_calls": {"count": 1, "unknown": 1}}}
	ids == set() with input as answering(unknown) with data.wardgate as wardgate
	ids == {"response_tool_unknown"} with input as answering(object.union(analyst, unknown)) with data.wardgate as wardgate
}

test_a_kind_of_identifier_may_end_an_answer if {
	found := {"phi": {"entities": {"PHOTO": {"count": 1}}}}
	ids == set() with input as answering(found) with data.wardgate as wardgate
	ids == {"response_entity"} with input as answering(object.union(analyst, found)) with data.wardgate as wardgate
}

test_without_data_nothing_may_be_answered if {
	called := {"response": {"tool_calls": {"count": 2, "names": ["find"], "unknown": 1}}}
	ids == {"response_entity", "response_tool_not_permitted", "response_tool_unknown"} with input as answering(called)
		with data.wardgate as replacing("response", {})
}
