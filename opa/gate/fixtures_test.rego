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
		"max_tokens": null,
		"tools": {"count": 0},
		"tool_calls": {"count": 0},
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
}

# METADATA
# title: The query, changed in some members
asking(change) := object.union(query, change)

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
		"embeddings": {"indexes": {}},
	},
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
	"uninspected": {"allowed": {"clinician": ["media"], "researcher": []}},
}

# METADATA
# title: The data, changed in some members
holding(change) := object.union(wardgate, change)
