# METADATA
# title: Security labels
# description: >-
#   What content says of its own confidentiality: `data.wardgate.labels.known` says of each label who may send content
#   that bears it, and for what. A label that is not listed there may be sent by nobody. Substance use records
#   (42 CFR Part 2) and psychotherapy notes have reasons of their own, because their law has.
# custom:
#   citation: 45 CFR 164.522(a)
package gate.labels

import data.gate.access
import data.gate.purpose

# METADATA
# title: The label is listed
listed(label) if data.wardgate.labels.known[label]

# METADATA
# title: Every label is listed
all_listed if {
	every label in input.labels {
		listed(label)
	}
}

# METADATA
# title: Every role in force may send it, for this purpose
permitted(label) if {
	row := data.wardgate.labels.known[label]
	every role in access.in_force {
		role in row.roles
		purpose.of(role) in row.purposes
	}
}

# METADATA
# title: Listed labels that may not be sent
refused contains label if {
	some label in input.labels
	listed(label)
	not permitted(label)
}

# METADATA
# title: The laws of what is refused
laws contains law if {
	some label in refused
	law := data.wardgate.labels.known[label].law
}

# METADATA
# title: A label under none of the laws with a reason of their own
ordinary(label) if not special(label)

# METADATA
# title: A label under one of them
special(label) if data.wardgate.labels.known[label].law in {"part_2", "psychotherapy_notes"}

# METADATA
# title: Content with these labels may leave the premises
portable if {
	every label in input.labels {
		data.wardgate.labels.known[label].on_premises == false
	}
}

# METADATA
# title: No label asks for an approval
unwatched if {
	every label in input.labels {
		data.wardgate.labels.known[label].approval == false
	}
}

# METADATA
# title: Label not listed
# custom:
#   reason: label_not_listed
#   citation: 45 CFR 164.522(a)
reasons contains {
	"id": "label_not_listed",
	"effect": "deny",
	"text": "The content bears a security label that the policy does not list.",
	"cite": "45 CFR 164.522(a)",
} if {
	not all_listed
}

# METADATA
# title: Label not permitted
# custom:
#   reason: label_not_permitted
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "label_not_permitted",
	"effect": "deny",
	"text": "The content bears a security label that the caller may not send, or not for this purpose.",
	"cite": "45 CFR 164.502(b)",
} if {
	some label in refused
	ordinary(label)
}

# METADATA
# title: Substance use records not permitted
# custom:
#   reason: part_2_not_permitted
#   citation: 42 CFR 2.12(d)
reasons contains {
	"id": "part_2_not_permitted",
	"effect": "deny",
	"text": "The content is a substance use disorder record, which the caller may not send, or not for this purpose.",
	"cite": "42 CFR 2.12(d)",
} if {
	"part_2" in laws
}

# METADATA
# title: Psychotherapy notes not permitted
# custom:
#   reason: psychotherapy_notes_not_permitted
#   citation: 45 CFR 164.508(a)(2)
reasons contains {
	"id": "psychotherapy_notes_not_permitted",
	"effect": "deny",
	"text": "The content is a psychotherapy note, which needs the patient's own authorization.",
	"cite": "45 CFR 164.508(a)(2)",
} if {
	"psychotherapy_notes" in laws
}
