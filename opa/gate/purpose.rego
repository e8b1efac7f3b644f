# METADATA
# title: Purpose of use
# description: >-
#   What the caller says the request is for. A purpose in the verified token is believed; one in a header only from
#   the subjects that `data.wardgate.purposes.header_subjects` names. Where none is stated, the role's default counts.
# custom:
#   citation: 45 CFR 164.506(c)
package gate.purpose

# METADATA
# title: The purpose under a role
of(_) := input.purpose.code if input.purpose.code != "UNSPECIFIED"

of(role) := data.wardgate.access.roles[role].default_purpose if input.purpose.code == "UNSPECIFIED"

# METADATA
# title: The source of the purpose is believed
believed if input.purpose.source in {"claim", "default"}

believed if {
	input.purpose.source == "header"
	input.identity.subject in data.wardgate.purposes.header_subjects
}

# METADATA
# title: Purpose not believed
# custom:
#   reason: purpose_not_believed
#   citation: 45 CFR 164.514(h)(1)
reasons contains {
	"id": "purpose_not_believed",
	"effect": "deny",
	"text": "The purpose was stated in a header, and this caller's headers are not believed.",
	"cite": "45 CFR 164.514(h)(1)",
} if {
	not believed
}
