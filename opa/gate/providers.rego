# METADATA
# title: Providers
# description: >-
#   Which of the providers that the settings offer for this request may have it, and which of those is preferred:
#   `data.wardgate.providers`. A business associate agreement is needed whatever was masked, since masked text is
#   still treated as PHI; a model on the premises is run by the covered entity itself and needs none.
package gate.providers

import data.gate.masking
import data.gate.modes

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

# METADATA
# title: The agreement is in force, or none is needed
current(name) if known[name].on_premises == true

current(name) if input.time_us < known[name].baa.expires_us

# METADATA
# title: The region is permitted
near(name) if known[name].region in data.wardgate.providers.regions

# METADATA
# title: Nothing identifiable leaves the premises
concealed(_) if count(masking.kept) == 0

concealed(name) if known[name].on_premises == true

# METADATA
# title: Candidates that list the model
listing contains name if {
	some name in input.route.providers
	lists(name)
}

# METADATA
# title: What speaks against a candidate
faults contains {"provider": name, "reason": "operation_not_served"} if {
	some name in listing
	not serves(name)
}

faults contains {"provider": name, "reason": "provider_without_baa"} if {
	some name in listing
	not agreed(name)
}

faults contains {"provider": name, "reason": "baa_expired"} if {
	some name in listing
	agreed(name)
	not current(name)
}

faults contains {"provider": name, "reason": "provider_region"} if {
	some name in listing
	not near(name)
}

faults contains {"provider": name, "reason": "identifiable_off_premises"} if {
	some name in listing
	not concealed(name)
}

# METADATA
# title: Candidates without an enforced fault
allowed contains name if {
	some name in listing
	not faulty(name)
}

faulty(name) if {
	some fault in faults
	fault.provider == name
	modes.enforced(fault.reason)
}

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
# title: Allowed providers, the preferred first
# description: Those that the order leaves out follow by name.
ranking := [name |
	some name in array.concat(object.get(data.wardgate.providers, ["order", order], []), sort(input.route.providers))
	name in allowed
]

# METADATA
# title: The chosen provider
chosen := ranking[0]
