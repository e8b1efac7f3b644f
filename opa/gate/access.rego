# METADATA
# title: Access
# description: >-
#   The groups of the verified token give roles (`data.wardgate.access.groups`), and a role says who, for which
#   operations and for which purposes (`data.wardgate.access.roles`). The roles in force are those that permit all
#   three for this request. Several roles never add up to more: the other packages take the strictest.
# custom:
#   citation: 45 CFR 164.312(a)(1)
package gate.access

import data.gate.purpose

# METADATA
# title: The token names its groups
named if {
	is_array(input.identity.groups)
	count(input.identity.groups) > 0
}

# METADATA
# title: Roles by group
roles contains role if {
	named
	some group in input.identity.groups
	some role in data.wardgate.access.groups[group]
}

# METADATA
# title: Roles for this type of caller
typed contains role if {
	some role in roles
	input.identity.type in data.wardgate.access.roles[role].types
}

# METADATA
# title: Roles for this operation
operating contains role if {
	some role in typed
	input.route.operation in data.wardgate.access.roles[role].operations
}

# METADATA
# title: Roles in force
in_force contains role if {
	some role in operating
	purpose.of(role) in data.wardgate.access.roles[role].purposes
}

# METADATA
# title: The query is ours
understood if {
	input.schema == "wardgate.input/v1"
	input.phase == "request"
}

# METADATA
# title: Query not understood
# custom:
#   reason: query_not_understood
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "query_not_understood",
	"effect": "deny",
	"text": "The policy does not know this kind of query.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not understood
}

# METADATA
# title: Identity without groups
# description: Some issuers leave the groups out when there are many, so this is told apart from having no role.
# custom:
#   reason: identity_without_groups
#   citation: 45 CFR 164.308(a)(4)(ii)(B)
reasons contains {
	"id": "identity_without_groups",
	"effect": "deny",
	"text": "The token names no groups, so nothing says what its holder may do.",
	"cite": "45 CFR 164.308(a)(4)(ii)(B)",
} if {
	not named
}

# METADATA
# title: No role
# custom:
#   reason: no_role
#   citation: 45 CFR 164.308(a)(4)(ii)(B)
reasons contains {
	"id": "no_role",
	"effect": "deny",
	"text": "None of the caller's groups has a role here.",
	"cite": "45 CFR 164.308(a)(4)(ii)(B)",
} if {
	named
	count(roles) == 0
}

# METADATA
# title: Caller type not permitted
# custom:
#   reason: caller_type_not_permitted
#   citation: 45 CFR 164.312(d)
reasons contains {
	"id": "caller_type_not_permitted",
	"effect": "deny",
	"text": "None of the caller's roles is for this type of caller.",
	"cite": "45 CFR 164.312(d)",
} if {
	count(roles) > 0
	count(typed) == 0
}

# METADATA
# title: Operation not permitted
# custom:
#   reason: operation_not_permitted
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "operation_not_permitted",
	"effect": "deny",
	"text": "None of the caller's roles permits this operation.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	count(typed) > 0
	count(operating) == 0
}

# METADATA
# title: Purpose not permitted
# custom:
#   reason: purpose_not_permitted
#   citation: 45 CFR 164.506(c)
reasons contains {
	"id": "purpose_not_permitted",
	"effect": "deny",
	"text": "None of the caller's roles permits this purpose.",
	"cite": "45 CFR 164.506(c)",
} if {
	count(operating) > 0
	count(in_force) == 0
}
