# METADATA
# title: Modes
# description: >-
#   `data.wardgate.modes` says of each reason whether it is enforced, only recorded (`warn`), or `off`. A reason that
#   is not listed, or whose mode is any other word, is enforced.
package gate.modes

# METADATA
# title: Enforced
enforced(id) if not lifted(id)

# METADATA
# title: Lifted
lifted(id) if data.wardgate.modes[id] in {"warn", "off"}

# METADATA
# title: Recorded only
warned(id) if data.wardgate.modes[id] == "warn"
