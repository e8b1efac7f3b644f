# METADATA
# title: Approval
# description: >-
#   What a person must approve before it is sent: `data.wardgate.approval`. All triggers ask for the one
#   `requirement`; without it there is no approval to be had, and the request is denied.
# custom:
#   citation: 45 CFR 164.308(a)(3)(ii)(A)
package gate.approval

import data.gate.access
import data.gate.labels
import data.gate.modes
import data.gate.purpose
import data.gate.tools

# METADATA
# title: What an approval takes
requirement := data.wardgate.approval.requirement

# METADATA
# title: Few enough subjects for the purpose
# description: The query counts distinct names, an upper bound of the patients spoken of.
few if {
	is_number(input.phi.subjects)
	is_number(data.wardgate.approval.many_subjects.more_than)
	input.phi.subjects <= data.wardgate.approval.many_subjects.more_than
}

few if {
	count(access.in_force) > 0
	every role in access.in_force {
		uncapped(role)
	}
}

# METADATA
# title: The purpose under a role has no cap
uncapped(role) if {
	is_array(data.wardgate.approval.many_subjects.purposes)
	not capped(role)
}

# METADATA
# title: The purpose under a role has a cap
capped(role) if purpose.of(role) in data.wardgate.approval.many_subjects.purposes

# METADATA
# title: A group of the caller needs an approval for everything
grouped if {
	some group in input.identity.groups
	group in data.wardgate.approval.groups
}

# METADATA
# title: An approval is needed
needed if {
	some reason in reasons
	modes.enforced(reason.id)
}

# METADATA
# title: Many subjects
# custom:
#   reason: approval_many_subjects
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "approval_many_subjects",
	"effect": "require_approval",
	"text": "The request may speak of more patients than this purpose allows without an approval.",
	"cite": "45 CFR 164.502(b)",
} if {
	not few
}

# METADATA
# title: Group under approval
# custom:
#   reason: approval_for_group
#   citation: 45 CFR 164.308(a)(3)(ii)(A)
reasons contains {
	"id": "approval_for_group",
	"effect": "require_approval",
	"text": "Requests of one of the caller's groups need an approval.",
	"cite": "45 CFR 164.308(a)(3)(ii)(A)",
} if {
	grouped
}

# METADATA
# title: Label under approval
# custom:
#   reason: approval_for_label
#   citation: 45 CFR 164.522(a)
reasons contains {
	"id": "approval_for_label",
	"effect": "require_approval",
	"text": "Content with this security label needs an approval.",
	"cite": "45 CFR 164.522(a)",
} if {
	not labels.unwatched
}

# METADATA
# title: Tool under approval
# custom:
#   reason: approval_for_tool
#   citation: 45 CFR 164.312(a)(1)
reasons contains {
	"id": "approval_for_tool",
	"effect": "require_approval",
	"text": "One of the request's tools needs an approval.",
	"cite": "45 CFR 164.312(a)(1)",
} if {
	not tools.unwatched
}
