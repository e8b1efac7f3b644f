package gate.research_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.wardgate
import data.gate.providers
import data.gate.request
import data.gate.research

ids contains reason.id if some reason in research.reasons

determination := {"id": "DET-7", "method": "safe_harbor", "by": "privacy officer", "expires_us": 1790000000000000}

under(change) := holding({
	"research": {"required": true, "determination": object.union(determination, change)},
	"masking": {"roles": {"researcher": {"request": {"NAME": "redact"}}}},
})

analyst := {"identity": {"groups": ["analysts"]}}

nobaa := asking(object.union(analyst, {"route": {"providers": ["nobaa"]}}))

study := under({})

test_deidentified_text_needs_no_agreement if {
	providers.chosen == "nobaa" with input as nobaa with data.wardgate as study
	decision := request.decision with input as nobaa with data.wardgate as study
	decision.verdict == "allow"
	"deidentified" in {reason.id | some reason in decision.reasons}
}

test_nor_one_that_is_in_force if {
	lapsed := object.union(nobaa, {"route": {"providers": ["lapsed"]}})
	providers.chosen == "lapsed" with input as lapsed with data.wardgate as study
}

test_a_determination_is_needed if {
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as holding({"research": {"required": true}})
	not providers.chosen with input as nobaa with data.wardgate as wardgate
}

test_a_determination_ends_and_is_named_and_by_somebody if {
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as under({"expires_us": 1780000000000000})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as under({"expires_us": "2090-01-01"})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as under({"id": ""})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as under({"by": null})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as under({"method": "guess"})
}

test_only_research_by_researchers if {
	treating := object.union(nobaa, {"purpose": {"code": "TREATMENT", "source": "claim"}})
	ids == {"not_deidentified"} with input as treating with data.wardgate as study
	doctor := object.union(nobaa, {"identity": {"groups": ["doctors"]}})
	ids == {"not_deidentified"} with input as doctor with data.wardgate as study
}

test_all_must_have_been_searched if {
	partial := object.union(nobaa, {"phi": {"scan": "partial"}})
	ids == {"not_deidentified"} with input as partial with data.wardgate as study
	images := object.union(nobaa, {"phi": {"uninspected_parts": 1}})
	ids == {"not_deidentified"} with input as images with data.wardgate as study
}

masked_so(table) := object.union(study, {"masking": {"roles": {"researcher": {"request": table}}}})

test_every_kind_must_be_taken_away_also_what_was_not_found if {
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as masked_so({"VEHICLE": "keep"})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as masked_so({"MRN": "hash"})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as masked_so({"PHONE": "mask"})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as masked_so({"DATE": "shift"})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as masked_so({"NAME": "generalize"})
	ids == set() with input as nobaa with data.wardgate as masked_so({"AGE": "generalize", "GEO": "redact"})
}

test_a_providers_own_table_counts if {
	hashed := object.union(study, {"masking": {"providers": {"nobaa": {"request": {"MRN": "hash"}, "response": {}}}}})
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as hashed
}

shifting := {"masking": {"roles": {"researcher": {"request": {"DATE": "shift"}}}}}

test_an_expert_may_find_more_to_be_enough_but_never_nothing if {
	expert := object.union(under({"method": "expert", "also": {"DATE": ["shift"]}}), shifting)
	ids == set() with input as nobaa with data.wardgate as expert
	harbor := object.union(under({"also": {"DATE": ["shift"]}}), shifting)
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as harbor
	keeping := {"masking": {"roles": {"researcher": {"request": {"URL": "keep"}}}}}
	keeper := object.union(under({"method": "expert", "also": {"URL": ["keep"]}}), keeping)
	ids == {"not_deidentified"} with input as nobaa with data.wardgate as keeper
}

test_keyed_surrogates_are_not_deidentified if {
	embedding := object.union(nobaa, {"route": {"operation": "embeddings"}})
	embeds := {
		"access": {"roles": {"researcher": {"operations": ["embeddings"]}}},
		"providers": {"known": {"nobaa": {"operations": ["embeddings"]}}},
	}
	ids == set() with input as embedding with data.wardgate as object.union(study, embeds)
	keyed := object.union(embeds, {"masking": {"embeddings": {"indexes": {"researcher": "notes"}}}})
	ids == {"not_deidentified"} with input as embedding with data.wardgate as object.union(study, keyed)
}

test_masking_alone_lifts_no_agreement if {
	decision := request.decision with input as nobaa with data.wardgate as object.union(study, {"research": {"roles": []}})
	decision.verdict == "deny"
	{"not_deidentified", "provider_without_baa"} == {reason.id | some reason in decision.reasons}
}

test_it_is_not_required_unless_said if {
	onprem := asking(analyst)
	ids == set() with input as onprem with data.wardgate as wardgate
	ids == {"not_deidentified"} with input as onprem with data.wardgate as object.remove(wardgate, ["research"])
}
