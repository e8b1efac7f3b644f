# METADATA
# title: Modes
# description: >-
#   `data.wardgate.modes` says of each reason whether it is enforced, only recorded (`warn`), or `off`. A reason that
#   is not listed, or whose mode is any other word, is enforced. What breaking the glass lifts is recorded as a warning.
# custom:
#   citation: 45 CFR 164.308(a)(1)(ii)(B)
package gate.modes

import data.gate.break_glass

# METADATA
# title: Enforced
enforced(id) if not lifted(id)

# METADATA
# title: Lifted
lifted(id) if data.wardgate.modes[id] in {"warn", "off"}

lifted(id) if id in break_glass.lifted

# METADATA
# title: Recorded only
warned(id) if data.wardgate.modes[id] == "warn"

warned(id) if {
	id in break_glass.lifted
	not silent(id)
}

warned(id) if {
	silent(id)
	id in never_silent
}

# METADATA
# title: Neither enforced nor recorded
silent(id) if data.wardgate.modes[id] == "off"

# METADATA
# title: Recorded even when off
# description: The gate itself refuses a provider without an agreement, and has to be told that it is one.
never_silent := {"baa_expired", "provider_without_baa"}
