package gate.approval_test

import data.gate.approval
import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate

ids contains reason.id if some reason in approval.reasons

research(subjects) := {"identity": {"groups": ["analysts"]}, "phi": {"subjects": subjects}}

test_treatment_of_many_needs_none if {
	ids == set() with input as asking({"phi": {"subjects": 50}}) with data.wardgate as wardgate
	not approval.needed with input as asking({"phi": {"subjects": 50}}) with data.wardgate as wardgate
}

test_research_on_few_needs_none if {
	ids == set() with input as asking(research(5)) with data.wardgate as wardgate
}

test_research_on_many_needs_one if {
	ids == {"approval_many_subjects"} with input as asking(research(6)) with data.wardgate as wardgate
	approval.needed with input as asking(research(6)) with data.wardgate as wardgate
}

test_a_watched_group_needs_one if {
	watched := {"identity": {"groups": ["doctors", "watched"]}}
	ids == {"approval_for_group"} with input as asking(watched) with data.wardgate as wardgate
}

test_a_lifted_rule_needs_none if {
	lifted := holding({"modes": {"approval_many_subjects": "warn"}})
	not approval.needed with input as asking(research(6)) with data.wardgate as lifted
}

test_without_data_an_approval_is_needed if {
	approval.needed with input as query with data.wardgate as object.remove(wardgate, ["approval"])
}

test_a_number_that_is_text_is_no_number if {
	worded := holding({"approval": {"many_subjects": {"more_than": "five"}}})
	ids == {"approval_many_subjects"} with input as asking(research(1)) with data.wardgate as worded
}

test_a_label_may_need_one if {
	ids == {"approval_for_label"} with input as asking({"labels": ["HIV"]}) with data.wardgate as wardgate
	ids == set() with input as asking({"labels": ["R"]}) with data.wardgate as wardgate
}

test_a_tool_may_need_one if {
	ids == {"approval_for_tool"} with input as asking({"request": {"tools": {"names": ["pay"]}}})
		with data.wardgate as wardgate
	ids == set() with input as asking({"request": {"tools": {"names": ["find"]}}}) with data.wardgate as wardgate
}
