# METADATA
# title: Tenants
# description: >-
#   Where several organisations share a gate, `data.wardgate.tenants.known` says of each which roles and providers are
#   its own. A tenant that is not listed, and a token that names none, has all of them or nothing (`unlisted`).
# custom:
#   citation: 45 CFR 164.308(a)(4)(ii)(A)
package gate.tenants

import data.gate.access

# METADATA
# title: What the caller's tenant has
own := data.wardgate.tenants.known[input.identity.tenant]

# METADATA
# title: No tenant's rules apply
free if {
	data.wardgate.tenants.unlisted == "allowed"
	not own
}

# METADATA
# title: The tenant may use this gate
admitted if own

admitted if free

# METADATA
# title: Every role in force is the tenant's
fitting if free

fitting if {
	every role in access.in_force {
		role in own.roles
	}
}

# METADATA
# title: The provider is the tenant's
serves(_) if free

serves(name) if name in own.providers

# METADATA
# title: Tenant not listed
# custom:
#   reason: tenant_not_listed
#   citation: 45 CFR 164.308(a)(4)(ii)(A)
reasons contains {
	"id": "tenant_not_listed",
	"effect": "deny",
	"text": "The policy does not list the caller's organisation.",
	"cite": "45 CFR 164.308(a)(4)(ii)(A)",
} if {
	not admitted
}

# METADATA
# title: Role not the tenant's
# custom:
#   reason: tenant_role_not_permitted
#   citation: 45 CFR 164.308(a)(4)(ii)(B)
reasons contains {
	"id": "tenant_role_not_permitted",
	"effect": "deny",
	"text": "The caller's organisation does not have one of the caller's roles here.",
	"cite": "45 CFR 164.308(a)(4)(ii)(B)",
} if {
	own
	not fitting
}
