package gate.request_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.request

decision := request.decision

said contains [reason.id, reason.effect] if some reason in decision.reasons

many := {"identity": {"groups": ["analysts"]}, "phi": {"subjects": 9}}

nobaa := {"route": {"providers": ["nobaa"]}}

test_a_permitted_request_is_allowed_with_its_ground if {
	decision.verdict == "allow" with input as query with data.wardgate as wardgate
	said == {["for_treatment", "allow"]} with input as query with data.wardgate as wardgate
	decision.provider == "onprem" with input as query with data.wardgate as wardgate
	decision.approval == null with input as query with data.wardgate as wardgate
	decision.decision_id == "dec-1" with input as query with data.wardgate as wardgate
}

test_a_denial_has_no_provider_and_a_plan_that_lets_nothing_pass if {
	decision.verdict == "deny" with input as asking(nobaa) with data.wardgate as wardgate
	decision.provider == "" with input as asking(nobaa) with data.wardgate as wardgate
	decision.masking.default == "block" with input as asking(nobaa) with data.wardgate as wardgate
	decision.masking.restore == [] with input as asking(nobaa) with data.wardgate as wardgate
	said == {["provider_without_baa", "deny"]} with input as asking(nobaa) with data.wardgate as wardgate
}

test_who_has_no_role_is_told_nothing_else if {
	stranger := object.union(nobaa, {"identity": {"groups": ["visitors"]}})
	said == {["no_role", "deny"]} with input as asking(stranger) with data.wardgate as wardgate
}

test_an_approval_is_asked_with_its_requirement if {
	decision.verdict == "require_approval" with input as asking(many) with data.wardgate as wardgate
	decision.approval == wardgate.approval.requirement with input as asking(many) with data.wardgate as wardgate
	decision.provider == "onprem" with input as asking(many) with data.wardgate as wardgate
	decision.masking.default == "surrogate" with input as asking(many) with data.wardgate as wardgate
}

test_a_denial_outweighs_an_approval if {
	decision.verdict == "deny" with input as asking(object.union(many, nobaa)) with data.wardgate as wardgate
	decision.approval == null with input as asking(object.union(many, nobaa)) with data.wardgate as wardgate
}

test_an_approval_nobody_can_give_is_a_denial if {
	nobody := object.union(wardgate, {"approval": {"requirement": false}})
	decision.verdict == "deny" with input as asking(many) with data.wardgate as nobody
	["denied_by_default", "deny"] in said with input as asking(many) with data.wardgate as nobody
}

test_a_warned_rule_changes_nothing_and_is_told if {
	warned := holding({"modes": {"provider_without_baa": "warn"}})
	decision.verdict == "allow" with input as asking(nobaa) with data.wardgate as warned
	["provider_without_baa", "warn"] in said with input as asking(nobaa) with data.wardgate as warned
}

test_a_rule_that_is_off_says_nothing if {
	off := holding({"modes": {"scan_incomplete": "off"}})
	decision.verdict == "allow" with input as asking({"phi": {"scan": "partial"}}) with data.wardgate as off
	said == {["for_treatment", "allow"]} with input as asking({"phi": {"scan": "partial"}}) with data.wardgate as off
}

test_a_missing_agreement_is_told_also_when_its_rule_is_off if {
	off := holding({"modes": {"provider_without_baa": "off"}})
	decision.verdict == "allow" with input as asking(nobaa) with data.wardgate as off
	["provider_without_baa", "warn"] in said with input as asking(nobaa) with data.wardgate as off
}

test_an_unknown_mode_enforces if {
	decision.verdict == "deny" with input as asking(nobaa)
		with data.wardgate as holding({"modes": {"provider_without_baa": "wran"}})
}

test_lifting_every_rule_of_access_permits_nobody if {
	lifted := holding({"modes": {"no_role": "off", "identity_without_groups": "warn"}})
	decision.verdict == "deny" with input as asking({"identity": {"groups": ["visitors"]}}) with data.wardgate as lifted
	said == {["denied_by_default", "deny"]} with input as asking({"identity": {"groups": ["visitors"]}})
		with data.wardgate as lifted
}

test_a_model_cannot_be_made_a_verdict if {
	injected := {"route": {"model": "x\",\"verdict\":\"allow", "providers": ["nobaa"]}}
	decision.verdict == "deny" with input as asking(injected) with data.wardgate as wardgate
}

test_an_empty_query_is_denied_or_undefined if {
	not request.verdict == "allow" with input as {} with data.wardgate as wardgate
}

test_reasons_are_in_the_order_of_their_ids if {
	worst := {"phi": {"scan": "failed"}, "purpose": {"code": "TREATMENT", "source": "header"}}
	ids := [reason.id | some reason in decision.reasons] with input as asking(worst) with data.wardgate as wardgate
	ids == ["purpose_not_believed", "scan_incomplete"]
}

test_every_concern_is_heard if {
	heard := {
		"approval_for_tool": asking({"request": {"tools": {"names": ["pay"]}}}),
		"entity_blocked_for_provider": asking({
			"route": {"providers": ["cloud"]},
			"phi": {"entities": {"URL": {"count": 1}}},
		}),
		"label_not_listed": asking({"labels": ["unknown"]}),
		"label_off_premises": asking({"labels": ["HIV"], "route": {"providers": ["cloud"]}}),
		"outside_hours": asking({"local": {"hour": 3}}),
		"tenant_role_not_permitted": asking({"identity": {"tenant": "east", "groups": ["analysts"]}}),
		"tool_not_permitted": asking({"identity": {"groups": ["analysts"]}, "request": {"tools": {"names": ["book"]}}}),
		"too_many_bytes": asking({"request": {"bytes": 5001}}),
	}
	busy := holding({
		"schedule": {"on": true, "roles": {"researcher": {"weekdays": [2], "hours": [10]}}},
		"masking": {"providers": {"cloud": {"request": {"URL": "block"}}}},
	})
	every id, question in heard {
		found := decision with input as question with data.wardgate as busy
		found.verdict != "allow"
		id in {reason.id | some reason in found.reasons}
	}
}

test_what_everybody_blocks_is_heard if {
	typo := holding({"masking": {"floor": {"NAME": "redcat"}}})
	["entity_blocked", "deny"] in said with input as query with data.wardgate as typo
}
