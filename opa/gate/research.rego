# METADATA
# title: De-identified research
# description: >-
#   The one case in which a provider needs no business associate agreement: nothing that is sent is protected health
#   information any more, and somebody answers for that. All 18 classes of identifiers are masked by an operator that
#   takes them away, the scan is complete, nothing is uninspected, no surrogate is keyed, the purpose is research, and
#   `data.wardgate.research` names a determination that has not expired.
# custom:
#   citation: 45 CFR 164.514(b)
package gate.research

import data.gate.access
import data.gate.masking
import data.gate.providers
import data.gate.purpose

# METADATA
# title: Every kind of identifier of 45 CFR 164.514(b)(2)(i)
kinds := {
	"ACCOUNT",
	"AGE",
	"BIOMETRIC",
	"DATE",
	"DEVICE",
	"EMAIL",
	"FAX",
	"GEO",
	"HEALTH_PLAN",
	"IP",
	"LICENSE",
	"MRN",
	"NAME",
	"OTHER_ID",
	"PHONE",
	"PHOTO",
	"SSN",
	"URL",
	"VEHICLE",
}

# METADATA
# title: Who says that it is de-identified
determination := data.wardgate.research.determination

# METADATA
# title: Somebody determined it, and the determination is in force
determined if {
	determination.method in {"expert", "safe_harbor"}
	named(determination.id)
	named(determination.by)
	is_number(input.time_us)
	is_number(determination.expires_us)
	input.time_us < determination.expires_us
}

# METADATA
# title: A text that says something
named(text) if {
	is_string(text)
	text != ""
}

# METADATA
# title: Every role in force is for research, and so is the purpose
for_research if {
	count(access.in_force) > 0
	every role in access.in_force {
		role in data.wardgate.research.roles
		purpose.of(role) == "RESEARCH"
	}
}

# METADATA
# title: All was searched
searched if {
	input.phi.scan == "complete"
	input.phi.uninspected_parts == 0
}

# METADATA
# title: The operator takes the identifier away
# description: >-
#   A hash is derived from the value, and a shifted date keeps the time between two: safe harbor has neither. An expert
#   may have found that more operators are enough, though never `keep`.
removes(_, operator) if operator in {"surrogate", "redact", "block"}

removes(kind, "generalize") if kind in {"AGE", "DATE", "GEO"}

removes(kind, operator) if {
	determination.method == "expert"
	operator != "keep"
	operator in determination.also[kind]
}

# METADATA
# title: Surrogates of two requests cannot be told to be equal
unlinked if masking.scheme in {"numbered", "tag"}

# METADATA
# title: What may be sent without an agreement, as far as the request goes
eligible if {
	determined
	for_research
	searched
	unlinked
}

# METADATA
# title: A table takes every kind of identifier away
removing(table) if {
	every kind in kinds {
		removes(kind, masking.operator(table, kind))
	}
}

# METADATA
# title: Providers in question
# description: None at all, so that nothing is computed for them, unless the request may go without an agreement.
default candidates := []

candidates := input.route.providers if eligible

# METADATA
# title: Providers to whom what goes is de-identified
deidentified contains name if {
	some name in candidates
	removing(masking.with_provider(name).request)
}

# METADATA
# title: De-identified, or not required to be
settled(_) if data.wardgate.research.required == false

settled(name) if name in deidentified

# METADATA
# title: Not de-identified
# custom:
#   reason: not_deidentified
#   citation: 45 CFR 164.514(b)
reasons contains {
	"id": "not_deidentified",
	"effect": "deny",
	"text": "What would be sent is not de-identified, or no determination in force says so.",
	"cite": "45 CFR 164.514(b)",
} if {
	"not_deidentified" in providers.spoken
}
