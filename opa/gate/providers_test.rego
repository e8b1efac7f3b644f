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
	unordered := holding({"providers": {"order": {"identifiers": []}}})
	providers.chosen == "cloud" with input as query with data.wardgate as unordered
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

test_an_end_that_is_no_number_never_came if {
	dated := holding({"providers": {"known": {"cloud": {"baa": {"expires_us": "2090-01-01"}}}}})
	ids == {"baa_expired"} with input as among(["cloud"]) with data.wardgate as dated
}

test_an_agreement_that_ends_soon_is_a_warning if {
	soon := object.union(among(["cloud"]), {"time_us": 1790000000000000 - (29 * 86400000000)})
	ids == {"baa_expires_soon"} with input as soon with data.wardgate as wardgate
	providers.chosen == "cloud" with input as soon with data.wardgate as wardgate
	later := object.union(among(["cloud"]), {"time_us": 1790000000000000 - (31 * 86400000000)})
	ids == set() with input as later with data.wardgate as wardgate
}

test_what_soon_means_must_be_a_number if {
	vague := holding({"providers": {"baa_warn_days": "month"}})
	ids == {"baa_expires_soon"} with input as among(["cloud"]) with data.wardgate as vague
}

test_a_provider_on_the_premises_has_no_agreement_to_end if {
	ids == set() with input as among(["onprem"]) with data.wardgate as holding({"providers": {"baa_warn_days": 99999}})
}

test_a_provider_that_keeps_what_it_is_sent_is_denied_where_none_may if {
	strict := holding({"providers": {"zero_retention_required": true}})
	ids == {"provider_retention"} with input as among(["cloud"]) with data.wardgate as strict
	providers.chosen == "onprem" with input as query with data.wardgate as strict
	forgetful := holding({"providers": {"zero_retention_required": true, "known": {"cloud": {"zero_retention": true}}}})
	ids == set() with input as among(["cloud"]) with data.wardgate as forgetful
}

test_a_provider_of_another_tenant_is_denied if {
	east := object.union(among(["cloud"]), {"identity": {"tenant": "east"}})
	ids == {"tenant_provider_not_permitted"} with input as east with data.wardgate as wardgate
	onprem := object.union(among(["cloud", "onprem"]), {"identity": {"tenant": "east"}})
	providers.chosen == "onprem" with input as onprem with data.wardgate as wardgate
}

test_a_provider_that_may_not_have_what_was_found_is_denied if {
	walled := holding({"masking": {"providers": {"cloud": {"request": {"NAME": "block"}}}}})
	ids == {"entity_blocked_for_provider"} with input as among(["cloud"]) with data.wardgate as walled
	providers.chosen == "onprem" with input as query with data.wardgate as walled
}

test_a_lifted_rule_lets_the_provider_be_chosen_and_is_told if {
	warned := holding({"modes": {"provider_without_baa": "warn"}})
	providers.chosen == "nobaa" with input as among(["nobaa"]) with data.wardgate as warned
	ids == {"provider_without_baa"} with input as among(["nobaa"]) with data.wardgate as warned
}

test_without_data_there_is_no_provider if {
	not providers.chosen with input as query with data.wardgate as {}
}
