# METADATA
# title: The ground of a permission
# description: >-
#   Which provision permits the purpose, as `data.wardgate.purposes.grounds` says: what an auditor reads of a request
#   that was allowed. It permits nothing itself.
# custom:
#   citation: 45 CFR 164.502(a)(1)
package gate.ground

import data.gate.access
import data.gate.providers
import data.gate.purpose
import data.gate.research

# METADATA
# title: Grounds of the roles in force
reasons contains {"id": row.id, "effect": "allow", "text": row.text, "cite": row.cite} if {
	some role in access.in_force
	row := data.wardgate.purposes.grounds[purpose.of(role)]
}

# METADATA
# title: De-identified
# description: The provider has no agreement in force, and needs none for what it is sent.
# custom:
#   reason: deidentified
#   citation: 45 CFR 164.502(d)(2)
reasons contains {
	"id": "deidentified",
	"effect": "allow",
	"text": "What is sent is de-identified, as the determination that the policy names says.",
	"cite": "45 CFR 164.502(d)(2)",
} if {
	providers.chosen in research.deidentified
}
