# METADATA
# title: What the tests ask, and the data they ask it of
# description: The tests bring their own data, so that they hold whatever an organisation writes into `opa/wardgate/`.
package gate.fixtures_test

query := {
	"schema": "wardgate.input/v1",
	"phase": "request",
	"request_id": "req-1",
	"decision_id": "dec-1",
	"time_us": 1780000000000000,
	"local": {"hour": 10, "weekday": 2, "tz": "UTC"},
	"identity": {
		"subject": "dr.lee",
		"issuer": "https://id.example.org",
		"type": "user",
		"on_behalf_of": "",
		"tenant": "",
		"groups": ["doctors"],
		"session": "",
		"auth_time_us": null,
		"acr": "",
		"amr": [],
	},
	"purpose": {"code": "UNSPECIFIED", "source": "default"},
	"break_glass": {"requested": false, "reason": "", "expires_us": null},
	"route": {
		"dialect": "openai",
		"operation": "chat",
		"model": "m",
		"stream": false,
		"providers": ["cloud", "onprem"],
	},
	"request": {
		"bytes": 100,
		"digest": "00",
		"roles": {"user": 1},
		"max_tokens": 100,
		"tools": {"count": 0, "names": [], "unknown": 0},
		"tool_calls": {"count": 0, "names": [], "unknown": 0},
		"attachments": [],
	},
	"phi": {
		"scan": "complete",
		"detectors": ["rules"],
		"total": 1,
		"subjects": 1,
		"uninspected_parts": 0,
		"uninspected": {},
		"entities": {"NAME": {"count": 1, "max_score_permille": 900, "roles": ["user"]}},
	},
	"coverage": {"inspected": {}, "uninspected": {}},
	"labels": [],
}

# METADATA
# title: The query, changed in some members
asking(change) := object.union(query, change)

caps := {
	"findings": 100,
	"kinds": 5,
	"subjects": 50,
	"bytes": 5000,
	"max_tokens": 1000,
	"max_tokens_required": false,
}

wardgate := {
	"access": {
		"groups": {"doctors": ["clinician"], "analysts": ["researcher"], "services": ["service"]},
		"roles": {
			"clinician": {
				"types": ["user"],
				"operations": ["chat", "generic"],
				"purposes": ["TREATMENT"],
				"default_purpose": "TREATMENT",
			},
			"researcher": {
				"types": ["user"],
				"operations": ["chat"],
				"purposes": ["RESEARCH", "TREATMENT"],
				"default_purpose": "RESEARCH",
			},
			"service": {
				"types": ["service", "agent"],
				"operations": ["chat", "embeddings"],
				"purposes": ["OPERATIONS"],
				"default_purpose": "OPERATIONS",
			},
		},
	},
	"approval": {
		"groups": ["watched"],
		"many_subjects": {"purposes": ["RESEARCH"], "more_than": 5},
		"requirement": {"groups": ["privacy"], "min_approvals": 1, "ttl_s": 60, "self_approval": false},
	},
	"break_glass": {
		"reasons": ["emergency_care"],
		"roles": ["clinician"],
		"max_s": 3600,
		"lifts": ["label_not_permitted", "provider_without_baa", "too_many_bytes"],
		"review": {"groups": ["privacy"], "within_s": 86400},
	},
	"labels": {"known": {
		"R": {
			"roles": ["clinician", "researcher"],
			"purposes": ["TREATMENT"],
			"on_premises": false,
			"approval": false,
			"law": "none",
		},
		"HIV": {"roles": ["clinician"], "purposes": ["TREATMENT"], "on_premises": true, "approval": true, "law": "none"},
		"42CFRPart2": {"roles": [], "purposes": [], "on_premises": true, "approval": false, "law": "part_2"},
		"PSYTHPN": {"roles": [], "purposes": [], "on_premises": true, "approval": false, "law": "psychotherapy_notes"},
	}},
	"masking": {
		"default": "surrogate",
		"floor": {"SSN": "redact"},
		"roles": {
			"clinician": {
				"request": {},
				"response": {"NAME": "keep", "SSN": "keep"},
				"restore": ["NAME", "DATE"],
				"restore_types": ["user"],
				"restore_tools": ["find_patient", "book"],
			},
			"researcher": {
				"request": {"NAME": "hash", "DATE": "generalize"},
				"response": {"NAME": "redact"},
				"restore": ["DATE"],
				"restore_types": ["user"],
				"restore_tools": ["book"],
			},
			"service": {
				"request": {"NAME": "keep", "MRN": "block"},
				"response": {},
				"restore": ["NAME"],
				"restore_types": [],
				"restore_tools": [],
			},
		},
		"providers": {"cloud": {"request": {"MRN": "redact"}, "response": {"NAME": "surrogate"}}},
		"embeddings": {"indexes": {}},
	},
	"minimum": {"roles": {
		"clinician": caps,
		"researcher": object.union(caps, {"bytes": 1000, "max_tokens_required": true}),
		"service": caps,
	}},
	"modes": {},
	"obligations": {
		"record": "metadata",
		"retention_days": 2192,
		"notify": [],
		"stream": {"hold_back_chars": 64},
		"limits": {},
	},
	"providers": {
		"order": {"identifiers": ["onprem", "cloud"], "clean": ["cloud", "onprem"]},
		"regions": ["here"],
		"baa_warn_days": 30,
		"zero_retention_required": false,
		"known": {
			"onprem": {"on_premises": true, "region": "here", "models": ["*"], "operations": ["chat", "embeddings", "generic"]},
			"cloud": {
				"on_premises": false,
				"baa": {"signed": true, "expires_us": 1790000000000000},
				"region": "here",
				"models": ["m", "only-cloud"],
				"operations": ["chat"],
			},
			"lapsed": {
				"on_premises": false,
				"baa": {"signed": true, "expires_us": 1780000000000000},
				"region": "here",
				"models": ["m"],
				"operations": ["chat"],
			},
			"nobaa": {"on_premises": false, "region": "here", "models": ["m"], "operations": ["chat"]},
			"far": {
				"on_premises": false,
				"baa": {"signed": true, "expires_us": 1790000000000000},
				"region": "elsewhere",
				"models": ["m"],
				"operations": ["chat"],
			},
		},
	},
	"purposes": {
		"header_subjects": ["portal"],
		"grounds": {"TREATMENT": {"id": "for_treatment", "text": "For treatment.", "cite": "45 CFR 164.506(c)(2)"}},
	},
	"research": {"required": false, "roles": ["researcher"], "determination": null},
	"response": {"roles": {
		"clinician": {"tools": ["*"], "unknown_tools": "allowed", "ends": []},
		"researcher": {"tools": ["find"], "unknown_tools": "denied", "ends": ["PHOTO"]},
	}},
	"retention": {"roles": {"researcher": 3650}, "labels": {"HIV": 4000}},
	"routing": {
		"concealing": ["generalize", "shift", "surrogate", "hash", "mask", "redact", "block"],
		"uninspected": "on_premises",
	},
	"schedule": {"on": false, "roles": {"clinician": {"weekdays": [0, 1, 2], "hours": [9, 10]}}},
	"tenants": {"unlisted": "allowed", "known": {"east": {"roles": ["clinician"], "providers": ["onprem"]}}},
	"tools": {
		"known": ["find", "book", "pay"],
		"roles": {
			"clinician": {"allowed": ["*"], "unknown": "allowed", "approval": ["pay"]},
			"researcher": {"allowed": ["find"], "unknown": "denied", "approval": []},
			"service": {"allowed": [], "unknown": "denied", "approval": []},
		},
	},
	"uninspected": {"allowed": {"clinician": ["media"], "researcher": []}},
}

# METADATA
# title: The data, changed in some members
holding(change) := object.union(wardgate, change)

# METADATA
# title: The data, with one package's put in the place of what it was
replacing(name, document) := object.union(object.remove(wardgate, [name]), {name: document})

# METADATA
# title: A query about an answer
answer := object.union(object.remove(query, ["request", "coverage"]), {
	"phase": "response",
	"response": {
		"status": 200,
		"finish_reason": "",
		"tool_calls": {"count": 0, "names": [], "unknown": 0},
		"headers_sent": false,
	},
	"request_decision": {"decision_id": "dec-0", "verdict": "allow", "provider": "onprem"},
})

# METADATA
# title: That query, changed in some members
answering(change) := object.union(answer, change)
