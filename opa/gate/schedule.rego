# METADATA
# title: Hours
# description: >-
#   When each role may send anything: `data.wardgate.schedule`, by the hour and the weekday (Monday is 0) where the gate
#   is. Off unless the data says otherwise; once it is on, a role without hours has none.
# custom:
#   citation: 45 CFR 164.308(a)(4)(ii)(B)
package gate.schedule

import data.gate.access

# METADATA
# title: The role has this hour
working(role) if {
	input.local.weekday in data.wardgate.schedule.roles[role].weekdays
	input.local.hour in data.wardgate.schedule.roles[role].hours
}

# METADATA
# title: Every role in force has this hour
open if data.wardgate.schedule.on == false

open if {
	every role in access.in_force {
		working(role)
	}
}

# METADATA
# title: Outside the role's hours
# custom:
#   reason: outside_hours
#   citation: 45 CFR 164.308(a)(4)(ii)(B)
reasons contains {
	"id": "outside_hours",
	"effect": "deny",
	"text": "One of the caller's roles may send nothing at this hour.",
	"cite": "45 CFR 164.308(a)(4)(ii)(B)",
} if {
	not open
}
