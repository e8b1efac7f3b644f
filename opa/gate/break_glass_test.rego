package gate.break_glass_test

import data.gate.break_glass
import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.request

ids contains reason.id if some reason in break_glass.reasons

signed_in := {"auth_time_us": 1780000000000000 - (600 * 1000000)}

requested := {"requested": true, "reason": "emergency_care"}

emergency := {"identity": signed_in, "break_glass": requested}

large := {"request": {"bytes": 6000}}

test_nobody_asked_and_nothing_is_said if {
	ids == set() with input as query with data.wardgate as wardgate
	break_glass.owed == null with input as query with data.wardgate as wardgate
}

test_a_query_without_it_asks_for_nothing if {
	ids == set() with input as object.remove(query, ["break_glass"]) with data.wardgate as wardgate
}

test_it_is_granted_and_a_review_is_owed if {
	ids == {"break_glass_used"} with input as asking(emergency) with data.wardgate as wardgate
	break_glass.owed == {"groups": ["privacy"], "within_s": 86400} with input as asking(emergency)
		with data.wardgate as wardgate
}

test_only_listed_rules_are_lifted_and_never_the_firm_ones if {
	break_glass.lifted == {"label_not_permitted", "too_many_bytes"} with input as asking(emergency)
		with data.wardgate as wardgate
	break_glass.lifted == set() with input as query with data.wardgate as wardgate
}

test_another_justification_is_none if {
	other := object.union(emergency, {"break_glass": {"reason": "other"}})
	ids == {"break_glass_not_granted"} with input as asking(other) with data.wardgate as wardgate
	break_glass.lifted == set() with input as asking(other) with data.wardgate as wardgate
}

test_every_role_in_force_must_be_entitled if {
	both := {"identity": {"groups": ["doctors", "analysts"]}, "purpose": {"code": "TREATMENT", "source": "claim"}}
	ids == {"break_glass_not_granted"} with input as asking(object.union(emergency, both)) with data.wardgate as wardgate
	nobody := {"identity": {"groups": ["visitors"]}}
	ids == {"break_glass_not_granted"} with input as asking(object.union(emergency, nobody))
		with data.wardgate as wardgate
}

test_a_sign_in_of_long_ago_is_not_enough if {
	stale := object.union(emergency, {"identity": {"auth_time_us": 1780000000000000 - (3601 * 1000000)}})
	ids == {"break_glass_not_granted"} with input as asking(stale) with data.wardgate as wardgate
	unknown := object.union(emergency, {"identity": {"auth_time_us": null}})
	ids == {"break_glass_not_granted"} with input as asking(unknown) with data.wardgate as wardgate
}

expiring(seconds) := {"break_glass": object.union(requested, {"expires_us": 1780000000000000 + (seconds * 1000000)})}

test_the_tokens_own_expiry_counts if {
	ids == {"break_glass_used"} with input as asking(expiring(60)) with data.wardgate as wardgate
	ids == {"break_glass_not_granted"} with input as asking(expiring(0)) with data.wardgate as wardgate
	ids == {"break_glass_not_granted"} with input as asking(expiring(3601)) with data.wardgate as wardgate
}

test_a_limit_that_is_no_number_grants_nothing if {
	worded := holding({"break_glass": {"max_s": "an hour"}})
	ids == {"break_glass_not_granted"} with input as asking(emergency) with data.wardgate as worded
}

test_without_reviewers_nothing_is_granted if {
	unwatched := holding({"break_glass": {"review": {"groups": []}}})
	ids == {"break_glass_not_granted"} with input as asking(emergency) with data.wardgate as unwatched
	break_glass.owed == null with input as asking(emergency) with data.wardgate as unwatched
}

test_a_lifted_rule_is_recorded_as_a_warning if {
	decision := request.decision with input as asking(object.union(emergency, large)) with data.wardgate as wardgate
	decision.verdict == "allow"
	{[reason.id, reason.effect] | some reason in decision.reasons} == {
		["break_glass_used", "warn"],
		["for_treatment", "allow"],
		["too_many_bytes", "warn"],
	}
	decision.obligations.review_after.groups == ["privacy"]
}

test_a_rule_that_is_off_stays_silent if {
	off := holding({"modes": {"too_many_bytes": "off"}})
	decision := request.decision with input as asking(object.union(emergency, large)) with data.wardgate as off
	{reason.id | some reason in decision.reasons} == {"break_glass_used", "for_treatment"}
}

test_other_rules_stay_in_force if {
	many := object.union(emergency, {"phi": {"total": 101}})
	decision := request.decision with input as asking(many) with data.wardgate as wardgate
	decision.verdict == "deny"
}

test_an_agreement_is_never_lifted if {
	nobaa := object.union(emergency, {"route": {"providers": ["nobaa"]}})
	decision := request.decision with input as asking(nobaa) with data.wardgate as wardgate
	decision.verdict == "deny"
}
