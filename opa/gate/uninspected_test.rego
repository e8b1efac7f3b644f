package gate.uninspected_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.uninspected

ids contains reason.id if some reason in uninspected.reasons

images := {"phi": {"scan": "partial", "uninspected_parts": 2, "uninspected": {"media": 2}}}

analyst := {"identity": {"groups": ["analysts"]}}

test_all_inspected_is_silent if {
	ids == set() with input as query with data.wardgate as wardgate
}

test_a_scan_that_failed_is_denied if {
	ids == {"scan_incomplete"} with input as asking({"phi": {"scan": "failed"}}) with data.wardgate as wardgate
}

test_a_scan_that_is_partial_without_a_part_to_blame_is_denied if {
	ids == {"scan_incomplete"} with input as asking({"phi": {"scan": "partial"}}) with data.wardgate as wardgate
}

test_a_query_without_findings_is_denied if {
	ids == {"scan_incomplete", "uninspected_content"} with input as object.remove(query, ["phi"])
		with data.wardgate as wardgate
}

test_a_role_may_tolerate_a_reason if {
	ids == set() with input as asking(images) with data.wardgate as wardgate
}

test_another_role_may_not if {
	ids == {"uninspected_content"} with input as asking(object.union(images, analyst)) with data.wardgate as wardgate
}

test_every_role_in_force_must_tolerate_it if {
	both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "TREATMENT", "source": "claim"}}
	ids == {"uninspected_content"} with input as asking(object.union(images, both)) with data.wardgate as wardgate
}

test_every_part_must_be_accounted_for if {
	more := {"phi": {"uninspected_parts": 3, "uninspected": {"media": 2}}}
	ids == {"uninspected_content"} with input as asking(more) with data.wardgate as wardgate
	other := {"phi": {"uninspected_parts": 3, "uninspected": {"media": 2, "token_ids": 1}}}
	ids == {"uninspected_content"} with input as asking(other) with data.wardgate as wardgate
}

test_nobody_tolerates_anything_without_a_role if {
	nobody := {"identity": {"groups": []}}
	ids == {"uninspected_content"} with input as asking(object.union(images, nobody)) with data.wardgate as wardgate
}
