package gate.tools_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.tools

ids contains reason.id if some reason in tools.reasons

offering(names) := {"request": {"tools": {"count": count(names), "names": names}}}

analyst := {"identity": {"groups": ["analysts"]}}

test_without_tools_nothing_is_said if {
	ids == set() with input as query with data.wardgate as wardgate
	ids == set() with input as asking(analyst) with data.wardgate as wardgate
}

test_a_role_may_use_all_known_tools if {
	ids == set() with input as asking(offering(["find", "book"])) with data.wardgate as wardgate
}

test_a_role_may_use_some if {
	ids == set() with input as asking(object.union(analyst, offering(["find"]))) with data.wardgate as wardgate
	ids == {"tool_not_permitted"} with input as asking(object.union(analyst, offering(["find", "book"])))
		with data.wardgate as wardgate
}

test_calls_in_the_messages_count_too if {
	called := object.union(analyst, {"request": {"tool_calls": {"count": 1, "names": ["book"]}}})
	ids == {"tool_not_permitted"} with input as asking(called) with data.wardgate as wardgate
}

test_unknown_tools_are_for_those_who_may if {
	unknown := {"request": {"tools": {"count": 1, "unknown": 1}}}
	ids == set() with input as asking(unknown) with data.wardgate as wardgate
	ids == {"tool_unknown"} with input as asking(object.union(analyst, unknown)) with data.wardgate as wardgate
	called := object.union(analyst, {"request": {"tool_calls": {"count": 1, "unknown": 1}}})
	ids == {"tool_unknown"} with input as asking(called) with data.wardgate as wardgate
}

test_every_role_in_force_must_be_permitted if {
	both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "TREATMENT", "source": "claim"}}
	ids == {"tool_not_permitted"} with input as asking(object.union(both, offering(["book"])))
		with data.wardgate as wardgate
}

test_a_query_that_names_no_tools_is_denied if {
	ids == {"tool_not_permitted", "tool_unknown"} with input as asking({"request": null}) with data.wardgate as wardgate
		with data.wardgate.tools as {"roles": {}}
}

test_without_data_a_tool_is_denied if {
	ids == {"tool_not_permitted"} with input as asking(offering(["find"])) with data.wardgate as replacing("tools", {})
}

test_what_needs_an_approval_must_be_a_list if {
	tools.unwatched with input as query with data.wardgate as replacing("tools", {})
	not tools.unwatched with input as asking(offering(["find"])) with data.wardgate as replacing("tools", {})
}
