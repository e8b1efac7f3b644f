# METADATA
# title: Answers
# description: >-
#   What may be in an answer: which tools it calls, and which kinds of identifier end it, by role, as
#   `data.wardgate.response` says.
# schemas:
#   - input: schema.response_input
# custom:
#   citation: 45 CFR 164.312(a)(1)
package gate.answer

import data.gate.access

# METADATA
# title: The query is ours, and about an answer to a request that was allowed
understood if {
	input.schema == "wardgate.input/v1"
	input.phase == "response"
	input.request_decision.verdict == "allow"
}

# METADATA
# title: A role takes a call of this tool
takes(role, name) if {
	some listed in data.wardgate.response.roles[role].tools
	listed in {"*", name}
}

# METADATA
# title: The role takes every call of a known tool
takes_all(role) if {
	every name in input.response.tool_calls.names {
		takes(role, name)
	}
}

# METADATA
# title: Every role in force does
calls_permitted if {
	every role in access.in_force {
		takes_all(role)
	}
}

# METADATA
# title: All tools called are known, or every role in force takes others
calls_familiar if input.response.tool_calls.unknown == 0

calls_familiar if {
	every role in access.in_force {
		data.wardgate.response.roles[role].unknown_tools == "allowed"
	}
}

# METADATA
# title: Nothing that was found ends the role's answers
bears(role) if {
	ends := data.wardgate.response.roles[role].ends
	is_array(ends)
	count({entity | some entity in ends} & object.keys(input.phi.entities)) == 0
}

# METADATA
# title: No role in force has its answers ended
bearable if {
	every role in access.in_force {
		bears(role)
	}
}

# METADATA
# title: Answer not understood
# custom:
#   reason: response_not_understood
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "response_not_understood",
	"effect": "deny",
	"text": "The policy does not know this kind of query, or the request was not allowed.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not understood
}

# METADATA
# title: Tool call not permitted
# custom:
#   reason: response_tool_not_permitted
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "response_tool_not_permitted",
	"effect": "deny",
	"text": "The answer calls a tool that one of the caller's roles may not have called.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not calls_permitted
}

# METADATA
# title: Unknown tool call
# custom:
#   reason: response_tool_unknown
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "response_tool_unknown",
	"effect": "deny",
	"text": "The answer calls a tool that the policy does not know.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not calls_familiar
}

# METADATA
# title: Entity ends the answer
# custom:
#   reason: response_entity
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "response_entity",
	"effect": "deny",
	"text": "The answer holds a kind of identifier that the caller's roles may not be shown, masked or not.",
	"cite": "45 CFR 164.502(b)",
} if {
	not bearable
}
