# METADATA
# title: The decision
# description: >-
#   Brings the concerns together into one wardgate.decision/v1 document. Denied, unless a role is in force, a provider
#   is chosen and no enforced rule has a reason against it.
# custom:
#   citation: 45 CFR 164.502(a)
package gate.request

import data.gate.access
import data.gate.approval
import data.gate.break_glass
import data.gate.ground
import data.gate.labels
import data.gate.masking
import data.gate.minimum
import data.gate.modes
import data.gate.obligations
import data.gate.ordering
import data.gate.providers
import data.gate.purpose
import data.gate.research
import data.gate.routing
import data.gate.schedule
import data.gate.tenants
import data.gate.tools
import data.gate.uninspected

# METADATA
# title: Decision
# entrypoint: true
decision := {
	"schema": "wardgate.decision/v1",
	"decision_id": input.decision_id,
	"verdict": verdict,
	"reasons": [reason | some id in ordering.sorted({found.id | some found in reasons}); some reason in reasons; reason.id == id],
	"provider": provider,
	"masking": plan,
	"approval": asked,
	"obligations": obligations.document,
	"headers": {},
}

# METADATA
# title: Verdict
default verdict := "deny"

verdict := "allow" if {
	permitted
	not approval.needed
}

verdict := "require_approval" if {
	permitted
	approval.needed
	approval.requirement
}

# METADATA
# title: Permitted
# description: Nothing stands against it, apart from an approval that is still to be given.
permitted if {
	count(access.in_force) > 0
	providers.chosen
	count(denials) == 0
}

# METADATA
# title: All that the concerns found
# description: Who has no role here is told that, and nothing of the rest.
found contains reason if some reason in access.reasons

found contains reason if {
	count(access.in_force) > 0
	some reasons in [
		approval.reasons,
		break_glass.reasons,
		labels.reasons,
		masking.reasons,
		minimum.reasons,
		providers.reasons,
		purpose.reasons,
		research.reasons,
		routing.reasons,
		schedule.reasons,
		tenants.reasons,
		tools.reasons,
		uninspected.reasons,
	]
	some reason in reasons
}

# METADATA
# title: Enforced reasons against the request
denials contains reason.id if {
	some reason in found
	reason.effect == "deny"
	modes.enforced(reason.id)
}

# METADATA
# title: Reasons, as enforced
reasons contains reason if {
	some reason in found
	modes.enforced(reason.id)
}

# METADATA
# title: Reasons, as warned
# description: A rule in the mode `warn` is recorded and changes nothing.
reasons contains {"id": reason.id, "effect": "warn", "text": reason.text, "cite": reason.cite} if {
	some reason in found
	modes.warned(reason.id)
}

# METADATA
# title: Why it was allowed
reasons contains reason if {
	verdict == "allow"
	some reason in ground.reasons
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
	"text": "No rule of the policy permits this request.",
	"cite": "45 CFR 164.502(a)",
} if {
	verdict == "deny"
	count(denials) == 0
}

# METADATA
# title: Where an allowed request goes
default provider := ""

provider := providers.chosen if verdict != "deny"

# METADATA
# title: The approval that is asked for
default asked := null

asked := approval.requirement if verdict == "require_approval"

# METADATA
# title: The plan of a denial
# description: What is denied is never masked and sent, so its plan lets nothing pass.
plan := {
	"default": "block",
	"request": {},
	"response": {},
	"restore": [],
	"restore_tools": [],
	"scheme": "numbered",
	"index": "",
} if {
	verdict == "deny"
}

plan := masking.plan(provider) if verdict != "deny"
