package gate.access_test

import data.gate.access
import data.gate.fixtures_test.asking
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate

ids contains reason.id if some reason in access.reasons

test_a_group_gives_a_role if {
	access.in_force == {"clinician"} with input as query with data.wardgate as wardgate
	ids == set() with input as query with data.wardgate as wardgate
}

test_a_token_that_names_no_groups_has_its_own_reason if {
	ids == {"identity_without_groups"} with input as asking({"identity": {"groups": null}}) with data.wardgate as wardgate
}

test_an_empty_list_of_groups_is_no_groups if {
	ids == {"identity_without_groups"} with input as asking({"identity": {"groups": []}}) with data.wardgate as wardgate
}

test_a_group_nobody_listed_gives_no_role if {
	ids == {"no_role"} with input as asking({"identity": {"groups": ["visitors"]}}) with data.wardgate as wardgate
}

test_a_role_is_for_its_types_of_caller if {
	ids == {"caller_type_not_permitted"} with input as asking({"identity": {"type": "agent"}})
		with data.wardgate as wardgate
}

test_a_role_is_for_its_operations if {
	ids == {"operation_not_permitted"} with input as asking({"route": {"operation": "embeddings"}})
		with data.wardgate as wardgate
}

test_a_role_is_for_its_purposes if {
	ids == {"purpose_not_permitted"} with input as asking({"purpose": {"code": "RESEARCH", "source": "claim"}})
		with data.wardgate as wardgate
}

test_only_roles_that_permit_the_purpose_are_in_force if {
	both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "RESEARCH", "source": "claim"}}
	access.in_force == {"researcher"} with input as asking(both) with data.wardgate as wardgate
}

test_another_schema_is_not_understood if {
	"query_not_understood" in ids with input as asking({"schema": "wardgate.input/v2"}) with data.wardgate as wardgate
}

test_nothing_is_permitted_without_data if {
	"no_role" in ids with input as query with data.wardgate as {}
	access.in_force == set() with input as query with data.wardgate as {}
}
