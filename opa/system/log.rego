# METADATA
# scope: package
# title: What OPA's own decision log leaves out
# description: >-
#   OPA can log its decisions (`decision_logs` in its configuration). That log is telemetry and may drop events; the
#   audit trail is the evidence. The question holds no value of PHI, but it names who asked: here that is erased, and
#   what remains is found in the trail by `input.decision_id`. Of a question that is not ours everything is erased,
#   since nobody knows what is in it.
package system.log

# METADATA
# title: The question is ours
# description: Of the schema by which the gate asks.
ours if input.input.schema == "wardgate.input/v1"

# METADATA
# title: Who asked, and what could recognise the text
mask contains path if {
	ours
	some path in {
		"/input/identity/subject",
		"/input/identity/on_behalf_of",
		"/input/identity/session",
		"/input/request/digest",
	}
}

# METADATA
# title: All of a question that is not ours, and what was answered
mask contains path if {
	not ours
	some path in {"/input", "/result"}
}

# METADATA
# title: What builtins saw
# description: A decision depends on its question alone, so there should be nothing.
mask contains "/nd_builtin_cache"
