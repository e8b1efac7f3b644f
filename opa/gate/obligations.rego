# METADATA
# title: Obligations
# description: >-
#   What the gate must do with a request that goes on: `data.wardgate.obligations`, kept for the longest time that it,
#   a role in force or a label of the content asks for (`data.wardgate.retention`), and reviewed where the glass was
#   broken.
# custom:
#   citation: 45 CFR 164.316(b)(2)(i)
package gate.obligations

import data.gate.access
import data.gate.break_glass
import data.gate.ordering

# METADATA
# title: How long the record is kept, in days, as each says
days contains data.wardgate.obligations.retention_days

days contains data.wardgate.retention.roles[role] if some role in access.in_force

days contains data.wardgate.retention.labels[label] if some label in input.labels

# METADATA
# title: The obligations of the decision
# description: Without a number of days there are none, and a decision without them is refused by the gate.
document := {name: value |
	some part in [stated, {"retention_days": longest, "review_after": break_glass.owed}]
	some name, value in part
} if {
	longest := ordering.highest(days)
	stated := object.remove(data.wardgate.obligations, ["retention_days", "review_after"])
}
