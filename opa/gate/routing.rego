# METADATA
# title: Routing
# description: >-
#   What goes to models on the premises only: identifiers that masking leaves identifiable, content that nobody could
#   look at, and content whose labels keep it here. All else may go to any provider that is permitted. What is kept here
#   and what is not is said by `data.wardgate.routing`, and by `data.wardgate.labels` of each label.
# custom:
#   citation: 45 CFR 164.502(b)
package gate.routing

import data.gate.labels
import data.gate.masking
import data.gate.providers

# METADATA
# title: What was found is concealed by these operators
conceals(table) if {
	every entity, _ in input.phi.entities {
		masking.operator(table, entity) in data.wardgate.routing.concealing
	}
}

# METADATA
# title: What was found is concealed from everybody
concealed if conceals(masking.request)

# METADATA
# title: What was found is concealed from this provider
concealed_from(name) if {
	not masking.particular(name)
	concealed
}

concealed_from(name) if {
	masking.particular(name)
	conceals(masking.with_provider(name).request)
}

# METADATA
# title: All was inspected, or need not have been
inspected if input.phi.uninspected_parts == 0

inspected if data.wardgate.routing.uninspected == "anywhere"

# METADATA
# title: The request may leave the premises for this provider
portable(name) if {
	inspected
	labels.portable
	concealed_from(name)
}

# METADATA
# title: Identifiable text off the premises
# custom:
#   reason: identifiable_off_premises
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "identifiable_off_premises",
	"effect": "deny",
	"text": "Identifiers that stay identifiable may only go to a model on the premises.",
	"cite": "45 CFR 164.502(b)",
} if {
	"identifiable_off_premises" in providers.spoken
}

# METADATA
# title: Uninspected content off the premises
# custom:
#   reason: uninspected_off_premises
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "uninspected_off_premises",
	"effect": "deny",
	"text": "Content that cannot be searched for identifiers may only go to a model on the premises.",
	"cite": "45 CFR 164.502(b)",
} if {
	"uninspected_off_premises" in providers.spoken
}

# METADATA
# title: Labelled content off the premises
# custom:
#   reason: label_off_premises
#   citation: 45 CFR 164.522(a)
reasons contains {
	"id": "label_off_premises",
	"effect": "deny",
	"text": "Content with this security label may only go to a model on the premises.",
	"cite": "45 CFR 164.522(a)",
} if {
	"label_off_premises" in providers.spoken
}
