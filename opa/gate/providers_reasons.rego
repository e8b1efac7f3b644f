# Where no provider could be chosen, all that speaks against each; else what was lifted for the chosen one.
package gate.providers

# METADATA
# title: The faults that are told
spoken contains fault.reason if {
	not chosen
	some fault in faults
}

spoken contains fault.reason if {
	name := chosen
	not sound(name)
	some fault in faults
	fault.provider == name
}

# METADATA
# title: Model not listed
# custom:
#   reason: model_not_listed
#   citation: 45 CFR 164.502(e)
reasons contains {
	"id": "model_not_listed",
	"effect": "deny",
	"text": "The policy lists this model for none of the providers that could serve it.",
	"cite": "45 CFR 164.502(e)",
} if {
	count(listing) == 0
}

# METADATA
# title: Operation not served
# custom:
#   reason: operation_not_served
#   citation: 45 CFR 164.502(e)
reasons contains {
	"id": "operation_not_served",
	"effect": "deny",
	"text": "The policy does not list this operation for the provider of the model.",
	"cite": "45 CFR 164.502(e)",
} if {
	"operation_not_served" in spoken
}

# METADATA
# title: Provider without BAA
# custom:
#   reason: provider_without_baa
#   citation: 45 CFR 164.502(e), 164.504(e)
reasons contains {
	"id": "provider_without_baa",
	"effect": "deny",
	"text": "The provider of the model has signed no business associate agreement.",
	"cite": "45 CFR 164.502(e), 164.504(e)",
} if {
	"provider_without_baa" in spoken
}

# METADATA
# title: BAA expired
# custom:
#   reason: baa_expired
#   citation: 45 CFR 164.504(e)
reasons contains {
	"id": "baa_expired",
	"effect": "deny",
	"text": "The business associate agreement with the provider of the model has ended.",
	"cite": "45 CFR 164.504(e)",
} if {
	"baa_expired" in spoken
}

# METADATA
# title: Provider region
# custom:
#   reason: provider_region
#   citation: 45 CFR 164.308(b)(1)
reasons contains {
	"id": "provider_region",
	"effect": "deny",
	"text": "The provider of the model is in a region that the policy does not list.",
	"cite": "45 CFR 164.308(b)(1)",
} if {
	"provider_region" in spoken
}

# METADATA
# title: Provider retention
# custom:
#   reason: provider_retention
#   citation: 45 CFR 164.504(e)(2)(ii)
reasons contains {
	"id": "provider_retention",
	"effect": "deny",
	"text": "The provider of the model keeps what it is sent, and the policy wants one that does not.",
	"cite": "45 CFR 164.504(e)(2)(ii)",
} if {
	"provider_retention" in spoken
}

# METADATA
# title: Provider not the tenant's
# custom:
#   reason: tenant_provider_not_permitted
#   citation: 45 CFR 164.502(e)
reasons contains {
	"id": "tenant_provider_not_permitted",
	"effect": "deny",
	"text": "The provider of the model is none of the caller's organisation.",
	"cite": "45 CFR 164.502(e)",
} if {
	"tenant_provider_not_permitted" in spoken
}

# METADATA
# title: Entity blocked for the provider
# custom:
#   reason: entity_blocked_for_provider
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "entity_blocked_for_provider",
	"effect": "deny",
	"text": "The request holds a kind of identifier that the policy does not let this provider have.",
	"cite": "45 CFR 164.502(b)",
} if {
	"entity_blocked_for_provider" in spoken
}

# METADATA
# title: BAA ends soon
# custom:
#   reason: baa_expires_soon
#   citation: 45 CFR 164.504(e)
reasons contains {
	"id": "baa_expires_soon",
	"effect": "warn",
	"text": "The business associate agreement with the provider of the model ends soon.",
	"cite": "45 CFR 164.504(e)",
} if {
	name := chosen
	current(name)
	not lasting(name)
}
