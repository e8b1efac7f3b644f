# METADATA
# title: Tools
# description: >-
#   Which tools a caller may offer to a model, and which calls of them its messages may hold: `data.wardgate.tools`. The
#   query names tools that the policy knows (`known`), and counts the rest.
# custom:
#   citation: 45 CFR 164.312(a)(1)
package gate.tools

import data.gate.access

# METADATA
# title: The known tools of the request
names contains name if some name in input.request.tools.names

names contains name if some name in input.request.tool_calls.names

# METADATA
# title: The query says which tools there are
told if {
	is_array(input.request.tools.names)
	is_array(input.request.tool_calls.names)
}

# METADATA
# title: The role may use the tool
allows(role, name) if {
	some listed in data.wardgate.tools.roles[role].allowed
	listed in {"*", name}
}

# METADATA
# title: The role may use every tool
allows_all(role) if {
	every name in names {
		allows(role, name)
	}
}

# METADATA
# title: Every role in force may
permitted if {
	told
	every role in access.in_force {
		allows_all(role)
	}
}

# METADATA
# title: All tools are known, or every role in force may use others
familiar if {
	input.request.tools.unknown == 0
	input.request.tool_calls.unknown == 0
}

familiar if {
	every role in access.in_force {
		data.wardgate.tools.roles[role].unknown == "allowed"
	}
}

# METADATA
# title: The role needs an approval for none of the tools
calm(role) if {
	watched := data.wardgate.tools.roles[role].approval
	is_array(watched)
	count(names & {name | some name in watched}) == 0
}

# METADATA
# title: No role in force needs one
unwatched if count(names) == 0

unwatched if {
	every role in access.in_force {
		calm(role)
	}
}

# METADATA
# title: Tool not permitted
# custom:
#   reason: tool_not_permitted
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "tool_not_permitted",
	"effect": "deny",
	"text": "The request has a tool that one of the caller's roles may not use.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not permitted
}

# METADATA
# title: Unknown tool
# custom:
#   reason: tool_unknown
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "tool_unknown",
	"effect": "deny",
	"text": "The request has a tool that the policy does not know.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not familiar
}
