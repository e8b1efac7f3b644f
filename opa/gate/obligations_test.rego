package gate.obligations_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.obligations

test_they_are_those_of_the_data if {
	obligations.document == object.union(wardgate.obligations, {"review_after": null}) with input as query
		with data.wardgate as wardgate
}

test_the_longest_retention_counts if {
	obligations.document.retention_days == 3650 with input as asking({"identity": {"groups": ["analysts"]}})
		with data.wardgate as wardgate
	obligations.document.retention_days == 4000 with input as asking({"labels": ["R", "HIV"]})
		with data.wardgate as wardgate
	shorter := holding({"retention": {"labels": {"HIV": 1}}})
	obligations.document.retention_days == 2192 with input as asking({"labels": ["HIV"]}) with data.wardgate as shorter
}

test_what_the_gate_may_not_know_is_handed_on if {
	more := holding({"obligations": {"watermark": true}})
	obligations.document.watermark == true with input as query with data.wardgate as more
}

test_the_data_does_not_say_that_no_review_is_owed if {
	said := holding({"obligations": {"review_after": {"groups": ["nobody"], "within_s": 1}}})
	obligations.document.review_after == null with input as query with data.wardgate as said
}

test_without_a_retention_there_are_none if {
	bare := object.remove(wardgate, ["obligations", "retention"])
	not obligations.document with input as query with data.wardgate as bare
	unkept := replacing("obligations", {"record": "metadata"})
	not obligations.document with input as query with data.wardgate as unkept
}
