package gate.masking_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.masking

ids contains reason.id if some reason in masking.reasons

plan := masking.plan("onprem")

both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "TREATMENT", "source": "claim"}}

service := {"identity": {"type": "service", "groups": ["services"]}}

embedding := object.union(service, {"route": {"operation": "embeddings"}})

test_what_nobody_names_has_the_default if {
	plan.default == "surrogate" with input as query with data.wardgate as wardgate
	masking.operator(masking.request, "MRN") == "surrogate" with input as query with data.wardgate as wardgate
}

test_the_floor_is_under_every_role if {
	plan.request == {"SSN": "redact"} with input as query with data.wardgate as wardgate
	plan.response == {"NAME": "keep", "SSN": "redact"} with input as query with data.wardgate as wardgate
}

test_the_strictest_role_wins if {
	plan.request == {"NAME": "hash", "DATE": "surrogate", "SSN": "redact"} with input as asking(both)
		with data.wardgate as wardgate
	plan.response == {"NAME": "redact", "SSN": "redact"} with input as asking(both) with data.wardgate as wardgate
}

test_a_word_that_is_no_operator_blocks if {
	typo := holding({"masking": {"floor": {"NAME": "redcat"}}})
	plan.request.NAME == "block" with input as query with data.wardgate as typo
	ids == {"entity_blocked"} with input as query with data.wardgate as typo
}

test_no_default_blocks if {
	bare := object.union(
		object.remove(wardgate, ["masking"]),
		{"masking": object.remove(wardgate.masking, ["default"])},
	)
	plan.default == "block" with input as query with data.wardgate as bare
}

test_only_what_was_found_is_blocked if {
	ids == set() with input as asking(service) with data.wardgate as wardgate
	found := {"phi": {"entities": {"MRN": {"count": 1}}}}
	ids == {"entity_blocked"} with input as asking(object.union(service, found)) with data.wardgate as wardgate
}

test_restored_is_what_every_role_restores if {
	plan.restore == ["DATE", "NAME"] with input as query with data.wardgate as wardgate
	plan.restore == ["DATE"] with input as asking(both) with data.wardgate as wardgate
}

test_tools_are_those_that_every_role_names if {
	plan.restore_tools == ["book", "find_patient"] with input as query with data.wardgate as wardgate
	plan.restore_tools == ["book"] with input as asking(both) with data.wardgate as wardgate
}

test_services_read_nothing_restored_unless_said if {
	plan.restore == [] with input as asking(service) with data.wardgate as wardgate
	said := holding({"masking": {"roles": {"service": {"restore_types": ["service"]}}}})
	plan.restore == ["NAME"] with input as asking(service) with data.wardgate as said
	plan.restore == [] with data.wardgate as said
		with input as asking({"identity": {"type": "agent", "groups": ["services"]}})
}

test_embeddings_have_tags if {
	plan.scheme == "tag" with input as asking(embedding) with data.wardgate as wardgate
	plan.index == "" with input as asking(embedding) with data.wardgate as wardgate
	plan.restore == [] with input as asking(embedding)
		with data.wardgate as holding({"masking": {"roles": {"service": {"restore_types": ["service"]}}}})
}

test_embeddings_of_a_named_index_are_keyed if {
	indexed := holding({"masking": {"embeddings": {"indexes": {"service": "notes"}}}})
	plan.scheme == "keyed" with input as asking(embedding) with data.wardgate as indexed
	plan.index == "notes" with input as asking(embedding) with data.wardgate as indexed
}

test_two_indexes_are_none if {
	everywhere := holding({
		"access": {"roles": {"clinician": {"operations": ["embeddings"]}, "researcher": {"operations": ["embeddings"]}}},
		"masking": {"embeddings": {"indexes": {"clinician": "a", "researcher": "b"}}},
	})
	plan.scheme == "tag" with input as asking(object.union(both, {"route": {"operation": "embeddings"}}))
		with data.wardgate as everywhere
}

test_chat_is_numbered if {
	plan.scheme == "numbered" with input as query with data.wardgate as wardgate
}

test_a_role_without_a_table_is_masked_by_default if {
	untold := object.union(
		object.remove(wardgate, ["masking"]),
		{"masking": object.union(object.remove(wardgate.masking, ["roles"]), {"roles": {}})},
	)
	plan.default == "surrogate" with input as query with data.wardgate as untold
	plan.request == {"SSN": "redact"} with input as query with data.wardgate as untold
	plan.response == {"SSN": "redact"} with input as query with data.wardgate as untold
	plan.restore == [] with input as query with data.wardgate as untold
}

test_a_role_with_half_a_table_is_masked_by_default_in_the_other_direction if {
	half := object.union(object.remove(wardgate, ["masking"]), {"masking": object.union(
		object.remove(wardgate.masking, ["roles"]),
		{"roles": {"clinician": {"response": {"NAME": "keep"}}}},
	)})
	plan.request == {"SSN": "redact"} with input as query with data.wardgate as half
	plan.response == {"NAME": "keep", "SSN": "redact"} with input as query with data.wardgate as half
}

test_without_a_floor_there_is_no_plan_and_nothing_may_be_sent if {
	floorless := object.union(
		object.remove(wardgate, ["masking"]),
		{"masking": object.remove(wardgate.masking, ["floor"])},
	)
	not plan with input as query with data.wardgate as floorless
	ids == {"entity_blocked"} with input as query with data.wardgate as floorless
}

test_a_providers_own_table_makes_it_stricter_only if {
	there := masking.plan("cloud") with input as query with data.wardgate as wardgate
	there.request == {"MRN": "redact", "SSN": "redact"}
	there.response == {"NAME": "surrogate", "SSN": "redact"}
	milder := holding({"masking": {"providers": {"cloud": {"request": {"SSN": "keep"}}}}})
	here := masking.plan("cloud") with input as query with data.wardgate as milder
	here.request.SSN == "redact"
}

test_a_providers_table_without_a_direction_gives_no_plan if {
	half := object.union(
		object.remove(wardgate, ["masking"]),
		{"masking": object.union(object.remove(wardgate.masking, ["providers"]), {"providers": {"cloud": {}}})},
	)
	not masking.plan("cloud") with input as query with data.wardgate as half
	not masking.accepts("cloud") with input as query with data.wardgate as half
}
