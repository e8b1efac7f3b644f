package gate.masking_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.masking

ids contains reason.id if some reason in masking.reasons

both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "TREATMENT", "source": "claim"}}

service := {"identity": {"type": "service", "groups": ["services"]}}

embedding := object.union(service, {"route": {"operation": "embeddings"}})

test_what_nobody_names_has_the_default if {
	masking.plan.default == "surrogate" with input as query with data.wardgate as wardgate
	masking.operator(masking.ballots.request, "MRN") == "surrogate" with input as query with data.wardgate as wardgate
}

test_the_floor_is_under_every_role if {
	masking.plan.request == {"SSN": "redact"} with input as query with data.wardgate as wardgate
	masking.plan.response == {"NAME": "keep", "SSN": "redact"} with input as query with data.wardgate as wardgate
}

test_the_strictest_role_wins if {
	masking.plan.request == {"NAME": "hash", "DATE": "surrogate", "SSN": "redact"} with input as asking(both)
		with data.wardgate as wardgate
	masking.plan.response == {"NAME": "redact", "SSN": "redact"} with input as asking(both) with data.wardgate as wardgate
}

test_a_word_that_is_no_operator_blocks if {
	typo := holding({"masking": {"floor": {"NAME": "redcat"}}})
	masking.plan.request.NAME == "block" with input as query with data.wardgate as typo
	ids == {"entity_blocked"} with input as query with data.wardgate as typo
}

test_no_default_blocks if {
	bare := object.union(
		object.remove(wardgate, ["masking"]),
		{"masking": object.remove(wardgate.masking, ["default"])},
	)
	masking.plan.default == "block" with input as query with data.wardgate as bare
}

test_only_what_was_found_is_blocked if {
	ids == set() with input as asking(service) with data.wardgate as wardgate
	found := {"phi": {"entities": {"MRN": {"count": 1}}}}
	ids == {"entity_blocked"} with input as asking(object.union(service, found)) with data.wardgate as wardgate
}

test_what_is_kept_is_told if {
	masking.kept == {"NAME"} with input as asking(service) with data.wardgate as wardgate
	masking.kept == set() with input as query with data.wardgate as wardgate
}

test_restored_is_what_every_role_restores if {
	masking.plan.restore == ["DATE", "NAME"] with input as query with data.wardgate as wardgate
	masking.plan.restore == ["DATE"] with input as asking(both) with data.wardgate as wardgate
}

test_tools_are_those_that_every_role_names if {
	masking.plan.restore_tools == ["book", "find_patient"] with input as query with data.wardgate as wardgate
	masking.plan.restore_tools == ["book"] with input as asking(both) with data.wardgate as wardgate
}

test_services_read_nothing_restored_unless_said if {
	masking.plan.restore == [] with input as asking(service) with data.wardgate as wardgate
	said := holding({"masking": {"roles": {"service": {"restore_types": ["service"]}}}})
	masking.plan.restore == ["NAME"] with input as asking(service) with data.wardgate as said
	masking.plan.restore == [] with data.wardgate as said
		with input as asking({"identity": {"type": "agent", "groups": ["services"]}})
}

test_embeddings_have_tags if {
	masking.plan.scheme == "tag" with input as asking(embedding) with data.wardgate as wardgate
	masking.plan.index == "" with input as asking(embedding) with data.wardgate as wardgate
	masking.plan.restore == [] with input as asking(embedding)
		with data.wardgate as holding({"masking": {"roles": {"service": {"restore_types": ["service"]}}}})
}

test_embeddings_of_a_named_index_are_keyed if {
	indexed := holding({"masking": {"embeddings": {"indexes": {"service": "notes"}}}})
	masking.plan.scheme == "keyed" with input as asking(embedding) with data.wardgate as indexed
	masking.plan.index == "notes" with input as asking(embedding) with data.wardgate as indexed
}

test_two_indexes_are_none if {
	everywhere := holding({
		"access": {"roles": {"clinician": {"operations": ["embeddings"]}, "researcher": {"operations": ["embeddings"]}}},
		"masking": {"embeddings": {"indexes": {"clinician": "a", "researcher": "b"}}},
	})
	masking.plan.scheme == "tag" with input as asking(object.union(both, {"route": {"operation": "embeddings"}}))
		with data.wardgate as everywhere
}

test_chat_is_numbered if {
	masking.plan.scheme == "numbered" with input as query with data.wardgate as wardgate
}
