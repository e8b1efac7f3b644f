# METADATA
# title: The decision on an answer
# description: >-
#   Asked while an answer is read, when it calls a tool, and when a kind of identifier turns up in it that neither the
#   request nor an earlier question named. Denied, unless a role is in force and no enforced rule has a reason against
#   it. How the answer is masked was decided with the request.
# schemas:
#   - input: schema.response_input
# custom:
#   citation: 45 CFR 164.502(a)
package gate.response

import data.gate.access
import data.gate.answer
import data.gate.modes
import data.gate.ordering

# METADATA
# title: Decision
# entrypoint: true
decision := {
	"schema": "wardgate.response-decision/v1",
	"decision_id": input.decision_id,
	"verdict": verdict,
	"reasons": [reason | some id in ordering.sorted({said.id | some said in reasons}); some reason in reasons; reason.id == id],
}

# METADATA
# title: Verdict
default verdict := "deny"

verdict := "allow" if {
	count(access.in_force) > 0
	count(denials) == 0
}

# METADATA
# title: Enforced reasons against the answer
denials contains reason.id if {
	some reason in answer.reasons
	reason.effect == "deny"
	modes.enforced(reason.id)
}

# METADATA
# title: Reasons, as enforced
reasons contains reason if {
	some reason in answer.reasons
	modes.enforced(reason.id)
}

# METADATA
# title: Reasons, as warned
# description: A rule in the mode `warn` is recorded and changes nothing.
reasons contains {"id": reason.id, "effect": "warn", "text": reason.text, "cite": reason.cite} if {
	some reason in answer.reasons
	modes.warned(reason.id)
}

# METADATA
# title: Denied by default
# description: A denial always has a reason, also where every rule that spoke against it is lifted.
# custom:
#   reason: denied_by_default
#   citation: 45 CFR 164.502(a)
reasons contains {
	"id": "denied_by_default",
	"effect": "deny",
	"text": "No rule of the policy permits this answer.",
	"cite": "45 CFR 164.502(a)",
} if {
	verdict == "deny"
	count(denials) == 0
}
