# METADATA
# title: Break-glass
# description: >-
#   Emergency access with a justification: a caller asks for it, with a reason code, and where
#   `data.wardgate.break_glass` grants it, the rules that it names are lifted, for this request alone. It is always
#   recorded, and a review afterwards is owed. Asking where it is not granted changes nothing but the record.
# custom:
#   citation: 45 CFR 164.312(a)(2)(ii)
package gate.break_glass

import data.gate.access

# METADATA
# title: Rules that are never lifted
# description: Without them there is nobody to whom an emergency could be granted, or nobody bound to keep the secret.
firm := {
	"baa_expired",
	"identity_without_groups",
	"no_role",
	"provider_without_baa",
	"query_not_understood",
	"response_not_understood",
	"tenant_not_listed",
	"tenant_provider_not_permitted",
}

# METADATA
# title: The caller asks for it
requested if input.break_glass.requested == true

# METADATA
# title: The justification is one that counts
justified if input.break_glass.reason in data.wardgate.break_glass.reasons

# METADATA
# title: Every role in force may
entitled if {
	count(access.in_force) > 0
	every role in access.in_force {
		role in data.wardgate.break_glass.roles
	}
}

# METADATA
# title: It has not expired
# description: Where the token grants it until a time, that counts; else a sign-in that is recent.
current if {
	input.break_glass.expires_us == null
	is_number(input.time_us)
	is_number(input.identity.auth_time_us)
	brief(input.time_us - input.identity.auth_time_us)
}

current if {
	is_number(input.time_us)
	is_number(input.break_glass.expires_us)
	input.time_us < input.break_glass.expires_us
	brief(input.break_glass.expires_us - input.time_us)
}

# METADATA
# title: No longer than an emergency lasts
brief(span_us) if {
	max_s := data.wardgate.break_glass.max_s
	is_number(max_s)
	is_number(span_us)
	span_us <= max_s * 1000000
}

# METADATA
# title: Who reviews it afterwards, and how soon
review := {"groups": groups, "within_s": within_s} if {
	groups := data.wardgate.break_glass.review.groups
	within_s := data.wardgate.break_glass.review.within_s
	is_array(groups)
	count(groups) > 0
	is_number(within_s)
}

# METADATA
# title: Granted
granted if {
	requested
	justified
	entitled
	current
	review
}

# METADATA
# title: Rules that are lifted for this request
lifted contains id if {
	granted
	some id in data.wardgate.break_glass.lifts
	not kept(id)
}

# METADATA
# title: A rule that stays in force
kept(id) if id in firm

# METADATA
# title: The review that is owed
default owed := null

owed := review if granted

# METADATA
# title: Break-glass used
# custom:
#   reason: break_glass_used
#   citation: 45 CFR 164.312(a)(2)(ii)
reasons contains {
	"id": "break_glass_used",
	"effect": "warn",
	"text": "The caller broke the glass: rules are lifted for this request, and it will be reviewed.",
	"cite": "45 CFR 164.312(a)(2)(ii)",
} if {
	granted
}

# METADATA
# title: Break-glass not granted
# custom:
#   reason: break_glass_not_granted
#   citation: 45 CFR 164.312(a)(2)(ii)
reasons contains {
	"id": "break_glass_not_granted",
	"effect": "warn",
	"text": "The caller asked to break the glass, and the policy does not grant it.",
	"cite": "45 CFR 164.312(a)(2)(ii)",
} if {
	requested
	not granted
}
