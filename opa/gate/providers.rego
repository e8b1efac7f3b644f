# METADATA
# title: Providers
# description: >-
#   Which of the providers that the settings offer for this request may have it, and which of those is preferred:
#   `data.wardgate.providers`. A business associate agreement is needed whatever was masked, since masked text is
#   still treated as PHI; a model on the premises is run by the covered entity itself and needs none. The one exception
#   is `gate.research`.
# custom:
#   citation: 45 CFR 164.502(e)
package gate.providers

import data.gate.labels
import data.gate.masking
import data.gate.modes
import data.gate.ordering
import data.gate.research
import data.gate.routing
import data.gate.tenants

# METADATA
# title: The providers that the policy knows
known := data.wardgate.providers.known

# METADATA
# title: The model is listed for the provider
lists(name) if {
	input.route.model != ""
	some model in known[name].models
	model in {"*", input.route.model}
}

# METADATA
# title: A generic endpoint has no model
lists(name) if {
	input.route.operation == "generic"
	known[name]
}

# METADATA
# title: The operation is listed for the provider
serves(name) if input.route.operation in known[name].operations

# METADATA
# title: An agreement was signed, or none is needed
agreed(name) if known[name].on_premises == true

agreed(name) if known[name].baa.signed == true

agreed(name) if name in research.deidentified

# METADATA
# title: The agreement is in force, or none is needed
# description: In Rego a number is below any text, so a date that is text would never come.
current(name) if known[name].on_premises == true

current(name) if {
	ends_us := known[name].baa.expires_us
	is_number(input.time_us)
	is_number(ends_us)
	input.time_us < ends_us
}

current(name) if name in research.deidentified

# METADATA
# title: The agreement is in force for long enough to see to it, or none is needed
lasting(name) if known[name].on_premises == true

lasting(name) if {
	ends_us := known[name].baa.expires_us
	days := data.wardgate.providers.baa_warn_days
	is_number(ends_us)
	is_number(days)
	input.time_us + (days * 86400000000) < ends_us
}

lasting(name) if name in research.deidentified

# METADATA
# title: The region is permitted
near(name) if known[name].region in data.wardgate.providers.regions

# METADATA
# title: The provider keeps nothing, or may
forgets(_) if data.wardgate.providers.zero_retention_required == false

forgets(name) if known[name].on_premises == true

forgets(name) if known[name].zero_retention == true

# METADATA
# title: What must stay on the premises does
stays(name) if known[name].on_premises == true

stays(name) if routing.portable(name)

# METADATA
# title: Candidates that list the model
listing contains name if {
	some name in input.route.providers
	lists(name)
}

# METADATA
# title: Nothing speaks against the provider
sound(name) if {
	serves(name)
	agreed(name)
	current(name)
	near(name)
	forgets(name)
	stays(name)
	tenants.serves(name)
	masking.accepts(name)
	research.settled(name)
}

# METADATA
# title: Candidates that something speaks against
suspect contains name if {
	some name in listing
	not sound(name)
}

# METADATA
# title: What speaks against a candidate
faults contains {"provider": name, "reason": "operation_not_served"} if {
	some name in suspect
	not serves(name)
}

faults contains {"provider": name, "reason": "provider_without_baa"} if {
	some name in suspect
	not agreed(name)
}

faults contains {"provider": name, "reason": "baa_expired"} if {
	some name in suspect
	agreed(name)
	not current(name)
}

faults contains {"provider": name, "reason": "provider_region"} if {
	some name in suspect
	not near(name)
}

faults contains {"provider": name, "reason": "provider_retention"} if {
	some name in suspect
	not forgets(name)
}

faults contains {"provider": name, "reason": "identifiable_off_premises"} if {
	some name in suspect
	not stays(name)
	not routing.concealed_from(name)
}

faults contains {"provider": name, "reason": "uninspected_off_premises"} if {
	some name in suspect
	not stays(name)
	not routing.inspected
}

faults contains {"provider": name, "reason": "label_off_premises"} if {
	some name in suspect
	not stays(name)
	not labels.portable
}

faults contains {"provider": name, "reason": "tenant_provider_not_permitted"} if {
	some name in suspect
	tenants.own
	not tenants.serves(name)
}

faults contains {"provider": name, "reason": "entity_blocked_for_provider"} if {
	some name in suspect
	masking.all_sendable
	not masking.accepts(name)
}

faults contains {"provider": name, "reason": "not_deidentified"} if {
	some name in suspect
	not research.settled(name)
}

# METADATA
# title: Candidates with an enforced fault
barred contains fault.provider if {
	some fault in faults
	modes.enforced(fault.reason)
}

# METADATA
# title: Candidates without one
allowed := listing - barred

# METADATA
# title: Which order of preference
# description: A request in which anything was found, or could not be looked at, has an order of its own.
default order := "identifiers"

order := "clean" if {
	input.phi.scan == "complete"
	input.phi.total == 0
	input.phi.uninspected_parts == 0
}

# METADATA
# title: Candidates that list the model, the preferred first
# description: Those that the order leaves out follow by name.
ranking := [name |
	some name in array.concat(object.get(data.wardgate.providers, ["order", order], []), ordering.sorted(input.route.providers))
	name in listing
]

# METADATA
# title: The chosen provider
# description: >-
#   The preferred one that is allowed. Where nothing speaks against the first, nobody looks at the others, whose rules
#   would be a tenth of a decision's time.
chosen := ranking[0] if {
	sound(ranking[0])
} else := [name | some name in ranking; name in allowed][0]
