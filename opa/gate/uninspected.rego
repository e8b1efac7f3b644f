# METADATA
# title: Content that nobody could look at
# description: >-
#   The scan must have come to its end, and whatever could not be inspected (an image, token ids, an unknown field) is
#   denied, unless `data.wardgate.uninspected.allowed` names why for each role in force.
# custom:
#   citation: 45 CFR 164.502(b)
package gate.uninspected

import data.gate.access

# METADATA
# title: The detectors finished
# description: A scan is partial where something could not be inspected. Without such a part nothing explains it.
scanned if input.phi.scan == "complete"

scanned if {
	input.phi.scan == "partial"
	is_number(input.phi.uninspected_parts)
	input.phi.uninspected_parts > 0
}

# METADATA
# title: A role may send content that is uninspected for this reason
tolerated(why) if {
	count(access.in_force) > 0
	every role in access.in_force {
		why in data.wardgate.uninspected.allowed[role]
	}
}

# METADATA
# title: All was inspected, or may be sent as it is
inspected if {
	accounted := [parts |
		some why
		parts := input.phi.uninspected[why]
		is_number(parts)
		tolerated(why)
	]
	sum(accounted) == input.phi.uninspected_parts
}

# METADATA
# title: Scan incomplete
# custom:
#   reason: scan_incomplete
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "scan_incomplete",
	"effect": "deny",
	"text": "The request could not be searched for identifiers to its end.",
	"cite": "45 CFR 164.502(b)",
} if {
	not scanned
}

# METADATA
# title: Uninspected content
# custom:
#   reason: uninspected_content
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "uninspected_content",
	"effect": "deny",
	"text": "The request holds content that cannot be searched for identifiers, such as an image or token ids.",
	"cite": "45 CFR 164.502(b)",
} if {
	not inspected
}
