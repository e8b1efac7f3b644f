package gate.providers_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.providers

ids contains reason.id if some reason in providers.reasons

among(names) := asking({"route": {"providers": names}})

clean := {"phi": {"total": 0}}

test_identifiers_prefer_the_premises if {
	providers.chosen == "onprem" with input as query with data.wardgate as wardgate
}

test_a_clean_request_prefers_the_cloud if {
	providers.chosen == "cloud" with input as asking(clean) with data.wardgate as wardgate
}

test_what_was_not_inspected_counts_as_identifiers if {
	providers.chosen == "onprem" with input as asking({"phi": {"total": 0, "uninspected_parts": 1}})
		with data.wardgate as wardgate
}

test_only_a_candidate_is_chosen if {
	providers.chosen == "cloud" with input as among(["cloud"]) with data.wardgate as wardgate
	ids == set() with input as among(["cloud"]) with data.wardgate as wardgate
}

test_the_next_is_chosen_where_the_first_may_not if {
	providers.chosen == "cloud" with input as among(["nobaa", "lapsed", "cloud"]) with data.wardgate as wardgate
}

test_providers_outside_the_order_follow_by_name if {
	providers.chosen == "cloud" with input as query with data.wardgate as holding({"providers": {"order": {"identifiers": []}}})
}

test_without_candidates_there_is_none if {
	not providers.chosen with input as among([]) with data.wardgate as wardgate
	ids == {"model_not_listed"} with input as among([]) with data.wardgate as wardgate
}

test_a_provider_the_policy_does_not_know_is_none if {
	ids == {"model_not_listed"} with input as among(["stranger"]) with data.wardgate as wardgate
}

test_a_model_the_settings_do_not_list_is_denied if {
	ids == {"model_not_listed"} with input as asking({"route": {"model": ""}}) with data.wardgate as wardgate
}

test_a_model_goes_where_it_is_listed if {
	named := asking({"route": {"model": "only-cloud", "providers": ["cloud", "nobaa"]}})
	providers.chosen == "cloud" with input as named with data.wardgate as wardgate
	unnamed := asking({"route": {"model": "other", "providers": ["cloud", "nobaa"]}})
	ids == {"model_not_listed"} with input as unnamed with data.wardgate as wardgate
}

test_a_generic_endpoint_has_no_model if {
	generic := {"route": {"operation": "generic", "model": ""}}
	providers.chosen == "onprem" with input as asking(generic) with data.wardgate as wardgate
	not providers.chosen with input as asking({"route": {"operation": "generic", "model": "", "providers": ["stranger"]}})
		with data.wardgate as wardgate
}

test_an_operation_must_be_listed if {
	embeddings := asking({"route": {"operation": "embeddings", "providers": ["cloud"]}})
	ids == {"operation_not_served"} with input as embeddings with data.wardgate as wardgate
}

test_a_provider_without_an_agreement_is_denied if {
	not providers.chosen with input as among(["nobaa"]) with data.wardgate as wardgate
	ids == {"provider_without_baa"} with input as among(["nobaa"]) with data.wardgate as wardgate
}

test_a_provider_without_an_agreement_is_denied_what_is_clean_too if {
	nobaa := object.union(clean, {"route": {"providers": ["nobaa"]}})
	ids == {"provider_without_baa"} with input as asking(nobaa) with data.wardgate as wardgate
}

test_an_agreement_ends_at_its_moment if {
	ids == {"baa_expired"} with input as among(["lapsed"]) with data.wardgate as wardgate
	providers.chosen == "lapsed" with input as object.union(among(["lapsed"]), {"time_us": 1779999999999999})
		with data.wardgate as wardgate
}

test_a_region_must_be_listed if {
	ids == {"provider_region"} with input as among(["far"]) with data.wardgate as wardgate
}

kept := {"masking": {"roles": {"clinician": {"request": {"NAME": "keep"}}}}}

test_what_is_kept_stays_on_the_premises if {
	ids == {"identifiable_off_premises"} with input as among(["cloud"]) with data.wardgate as holding(kept)
	providers.chosen == "onprem" with input as query with data.wardgate as holding(kept)
}

test_keeping_what_was_not_found_keeps_nothing if {
	other := {"masking": {"roles": {"clinician": {"request": {"DATE": "keep"}}}}}
	providers.chosen == "cloud" with input as among(["cloud"]) with data.wardgate as holding(other)
}

test_a_lifted_rule_lets_the_provider_be_chosen_and_is_told if {
	warned := holding({"modes": {"provider_without_baa": "warn"}})
	providers.chosen == "nobaa" with input as among(["nobaa"]) with data.wardgate as warned
	ids == {"provider_without_baa"} with input as among(["nobaa"]) with data.wardgate as warned
}

test_without_data_there_is_no_provider if {
	not providers.chosen with input as query with data.wardgate as {}
}
