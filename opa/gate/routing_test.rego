package gate.routing_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.providers
import data.gate.routing

ids contains reason.id if some reason in routing.reasons

cloud := {"route": {"providers": ["cloud"]}}

kept := holding({"masking": {"roles": {"clinician": {"request": {"NAME": "keep"}}}}})

test_what_is_concealed_may_leave if {
	ids == set() with input as asking(cloud) with data.wardgate as wardgate
}

test_what_is_kept_stays_on_the_premises if {
	ids == {"identifiable_off_premises"} with input as asking(cloud) with data.wardgate as kept
	providers.chosen == "onprem" with input as query with data.wardgate as kept
}

test_keeping_what_was_not_found_keeps_nothing if {
	other := holding({"masking": {"roles": {"clinician": {"request": {"DATE": "keep"}}}}})
	ids == set() with input as asking(cloud) with data.wardgate as other
}

test_which_operators_conceal_is_data if {
	unhidden := holding({"routing": {"concealing": ["redact"]}})
	ids == {"identifiable_off_premises"} with input as asking(cloud) with data.wardgate as unhidden
	clean := object.union(cloud, {"phi": {"total": 0, "entities": {"NAME": {"count": 1}}}})
	ids == {"identifiable_off_premises"} with input as asking(clean) with data.wardgate as replacing("routing", {})
}

test_a_providers_own_table_may_conceal if {
	masked := object.union(kept, {"masking": {"providers": {"cloud": {"request": {"NAME": "redact"}}}}})
	ids == set() with input as asking(cloud) with data.wardgate as masked
}

test_a_providers_own_table_may_not_conceal_either if {
	hashed := holding({
		"routing": {"concealing": ["surrogate"]},
		"masking": {"providers": {"cloud": {"request": {"NAME": "hash"}}}},
	})
	ids == {"identifiable_off_premises"} with input as asking(cloud) with data.wardgate as hashed
}

plain_cloud := holding({"masking": {"providers": {"cloud": false}}})

test_a_provider_without_a_table_is_as_the_roles_say if {
	ids == set() with input as asking(cloud) with data.wardgate as plain_cloud
}

images := {"phi": {"scan": "partial", "uninspected_parts": 2, "uninspected": {"media": 2}}}

test_what_was_not_inspected_stays_unless_said if {
	ids == {"uninspected_off_premises"} with input as asking(object.union(cloud, images)) with data.wardgate as wardgate
	providers.chosen == "onprem" with input as asking(images) with data.wardgate as wardgate
	anywhere := holding({"routing": {"uninspected": "anywhere"}})
	ids == set() with input as asking(object.union(cloud, images)) with data.wardgate as anywhere
}

test_labels_keep_content_here if {
	labelled := {"labels": ["HIV"]}
	ids == {"label_off_premises"} with input as asking(object.union(cloud, labelled)) with data.wardgate as wardgate
	providers.chosen == "onprem" with input as asking(labelled) with data.wardgate as wardgate
}
