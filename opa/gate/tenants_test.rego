package gate.tenants_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.tenants

ids contains reason.id if some reason in tenants.reasons

of(tenant) := asking({"identity": {"tenant": tenant}})

closed := holding({"tenants": {"unlisted": "denied"}})

test_no_tenant_is_free_unless_said if {
	tenants.fitting with input as query with data.wardgate as wardgate
	ids == set() with input as query with data.wardgate as wardgate
	ids == set() with input as of("west") with data.wardgate as wardgate
	ids == {"tenant_not_listed"} with input as query with data.wardgate as closed
	ids == {"tenant_not_listed"} with input as of("west") with data.wardgate as closed
}

test_a_listed_tenant_has_its_roles if {
	ids == set() with input as of("east") with data.wardgate as closed
	analyst := asking({"identity": {"tenant": "east", "groups": ["analysts"]}})
	ids == {"tenant_role_not_permitted"} with input as analyst with data.wardgate as closed
}

test_a_listed_tenant_has_its_providers if {
	tenants.serves("onprem") with input as of("east") with data.wardgate as wardgate
	not tenants.serves("cloud") with input as of("east") with data.wardgate as wardgate
	tenants.serves("cloud") with input as query with data.wardgate as wardgate
}

test_without_data_nobody_is_listed if {
	ids == {"tenant_not_listed"} with input as query with data.wardgate as replacing("tenants", {})
}
