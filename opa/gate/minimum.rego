# METADATA
# title: Minimum necessary
# description: >-
#   No more than each role in force may send at once: `data.wardgate.minimum`. A cap that is missing, or is no number,
#   is one that nothing is within.
# custom:
#   citation: 45 CFR 164.502(b)
package gate.minimum

import data.gate.access

# METADATA
# title: What is counted
amounts["findings"] := input.phi.total

amounts["kinds"] := count(input.phi.entities)

amounts["subjects"] := input.phi.subjects

amounts["bytes"] := input.request.bytes

amounts["max_tokens"] := input.request.max_tokens

# METADATA
# title: Caps that every role in force is within
# description: >-
#   In Rego a number is below any text, so a cap that is text would hold for everything; and nothing at all is below
#   any number.
within contains cap if {
	some cap, amount in amounts
	is_number(amount)
	every role in access.in_force {
		most := data.wardgate.minimum.roles[role][cap]
		is_number(most)
		amount <= most
	}
}

within contains "max_tokens" if {
	input.request.max_tokens == null
	every role in access.in_force {
		data.wardgate.minimum.roles[role].max_tokens_required == false
	}
}

# METADATA
# title: Too many findings
# custom:
#   reason: too_many_findings
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "too_many_findings",
	"effect": "deny",
	"text": "The request holds more identifiers than one of the caller's roles may send at once.",
	"cite": "45 CFR 164.502(b)",
} if {
	not within.findings
}

# METADATA
# title: Too many kinds of identifier
# custom:
#   reason: too_many_kinds
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "too_many_kinds",
	"effect": "deny",
	"text": "The request holds more kinds of identifiers than one of the caller's roles may send at once.",
	"cite": "45 CFR 164.502(b)",
} if {
	not within.kinds
}

# METADATA
# title: Too many subjects
# custom:
#   reason: too_many_subjects
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "too_many_subjects",
	"effect": "deny",
	"text": "The request may speak of more patients than one of the caller's roles may send at once.",
	"cite": "45 CFR 164.502(b)",
} if {
	not within.subjects
}

# METADATA
# title: Too many bytes
# custom:
#   reason: too_many_bytes
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "too_many_bytes",
	"effect": "deny",
	"text": "The request is larger than one of the caller's roles may send at once.",
	"cite": "45 CFR 164.502(b)",
} if {
	not within.bytes
}

# METADATA
# title: Too many tokens
# custom:
#   reason: too_many_tokens
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "too_many_tokens",
	"effect": "deny",
	"text": "The request asks for a longer answer than one of the caller's roles may have, or does not say how long.",
	"cite": "45 CFR 164.502(b)",
} if {
	not within.max_tokens
}
