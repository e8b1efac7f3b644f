package gate.labels_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.labels

ids contains reason.id if some reason in labels.reasons

bearing(names) := asking({"labels": names})

test_without_labels_nothing_is_said if {
	ids == set() with input as query with data.wardgate as wardgate
}

test_a_listed_label_may_be_sent_by_its_roles_for_its_purposes if {
	ids == set() with input as bearing(["R"]) with data.wardgate as wardgate
	analyst := {"labels": ["R"], "identity": {"groups": ["analysts"]}}
	ids == {"label_not_permitted"} with input as asking(analyst) with data.wardgate as wardgate
}

test_every_role_in_force_must_be_permitted if {
	both := {
		"labels": ["HIV"],
		"identity": {"groups": ["doctors", "analysts"]},
		"purpose": {"code": "TREATMENT", "source": "claim"},
	}
	ids == {"label_not_permitted"} with input as asking(both) with data.wardgate as wardgate
}

test_every_label_counts if {
	ids == {"label_not_listed", "part_2_not_permitted"} with input as bearing(["R", "42CFRPart2", "VIP"])
		with data.wardgate as wardgate
}

test_a_label_that_is_not_listed_is_denied if {
	ids == {"label_not_listed"} with input as bearing(["unknown"]) with data.wardgate as wardgate
	ids == {"label_not_listed"} with input as bearing(["R"]) with data.wardgate as object.remove(wardgate, ["labels"])
}

test_a_query_that_says_no_labels_is_denied if {
	ids == {"label_not_listed"} with input as object.remove(query, ["labels"]) with data.wardgate as wardgate
}

test_substance_use_records_have_their_own_reason if {
	ids == {"part_2_not_permitted"} with input as bearing(["42CFRPart2"]) with data.wardgate as wardgate
}

test_psychotherapy_notes_have_their_own_reason if {
	ids == {"psychotherapy_notes_not_permitted"} with input as bearing(["PSYTHPN"]) with data.wardgate as wardgate
}

test_a_law_that_nobody_knows_is_no_way_out if {
	typo := holding({"labels": {"known": {"42CFRPart2": {"law": "part2"}}}})
	ids == {"label_not_permitted"} with input as bearing(["42CFRPart2"]) with data.wardgate as typo
}

test_labels_keep_content_on_the_premises if {
	labels.portable with input as query with data.wardgate as wardgate
	labels.portable with input as bearing(["R"]) with data.wardgate as wardgate
	not labels.portable with input as bearing(["R", "HIV"]) with data.wardgate as wardgate
	not labels.portable with input as bearing(["unknown"]) with data.wardgate as wardgate
}
