# METADATA
# title: The ground of a permission
# description: >-
#   Which provision permits the purpose, as `data.wardgate.purposes.grounds` says: what an auditor reads of a request
#   that was allowed. It permits nothing itself.
package gate.ground

import data.gate.access
import data.gate.purpose

# METADATA
# title: Grounds of the roles in force
reasons contains {"id": row.id, "effect": "allow", "text": row.text, "cite": row.cite} if {
	some role in access.in_force
	row := data.wardgate.purposes.grounds[purpose.of(role)]
}
