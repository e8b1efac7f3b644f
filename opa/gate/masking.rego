# METADATA
# title: Masking
# description: >-
#   How each kind of identifier is masked in both directions, and which the caller reads restored. Every role in force
#   votes, and so do `data.wardgate.masking.floor` and the table of the provider, where it has one: the strictest vote
#   wins, and a word that is no operator counts as `block`. Restored is only what every role in force restores.
# custom:
#   citation: 45 CFR 164.502(b)
package gate.masking

import data.gate.access
import data.gate.ordering

# METADATA
# title: Operators, the mildest first
strictness := ["keep", "generalize", "shift", "surrogate", "hash", "mask", "redact", "block"]

# METADATA
# title: The place of an operator among them
ranks := {"keep": 0, "generalize": 1, "shift": 2, "surrogate": 3, "hash": 4, "mask": 5, "redact": 6, "block": 7}

# METADATA
# title: The place of the operator where nothing is named
rest := object.get(ranks, object.get(data.wardgate.masking, "default", "block"), ranks.block)

# METADATA
# title: The operator where nothing is named
fallback := strictness[rest]

# METADATA
# title: A table with places for operators
ranked(table) := {entity: object.get(places, word, 7) | some entity, word in table} if places := ranks

# METADATA
# title: The tables of the roles in force
# description: >-
#   A role leaves what it does not name to the default. One role alone is taken at its word; of several the strictest
#   wins, and where there is none, the default stands.
votes := {"request": ranked(said.request), "response": ranked(said.response)} if {
	count(access.in_force) == 1
	some role in access.in_force
	said := data.wardgate.masking.roles[role]
} else := {"request": joined("request"), "response": joined("response")}

# METADATA
# title: The strictest of several tables
joined(direction) := {entity: ordering.highest(places) |
	some named in tables
	some entity, _ in named
	places := [place | some table in tables; place := object.get(table, entity, usual)]
} if {
	usual := rest
	side := direction
	tables := [ballot |
		some role in access.in_force
		ballot := ranked(object.get(data.wardgate.masking.roles, [role, side], {}))
	]
}

# METADATA
# title: A table, nowhere below another
# description: What the other names is raised to it, and the rest stands.
raised(table, limits) := {entity: rank |
	some part in [lifted, others]
	some entity, rank in part
} if {
	given := table
	usual := rest
	lifted := {kind: ordering.highest([place, object.get(given, kind, usual)]) | some kind, place in limits}
	others := object.remove(given, object.keys(lifted))
}

# METADATA
# title: What no role can go below
least := ranked(data.wardgate.masking.floor)

# METADATA
# title: What the roles and the floor say of the request
request := raised(votes.request, least)

# METADATA
# title: And of the response
response := raised(votes.response, least)

# METADATA
# title: A provider with a table of its own
particular(name) if data.wardgate.masking.providers[name]

# METADATA
# title: What goes to a provider, and what comes back
# description: A provider's own table makes it stricter, and never milder.
with_provider(name) := {"request": request, "response": response} if not particular(name)

with_provider(name) := {
	"request": raised(request, ranked(table.request)),
	"response": raised(response, ranked(table.response)),
} if {
	table := data.wardgate.masking.providers[name]
}

# METADATA
# title: The operator of an entity
operator(table, entity) := strictness[object.get(table, entity, rest)]

# METADATA
# title: Every kind of identifier that was found may be sent, masked or not
sendable(table) if {
	every entity, _ in input.phi.entities {
		operator(table, entity) != "block"
	}
}

# METADATA
# title: What was found may be sent to somebody
all_sendable if sendable(request)

# METADATA
# title: What was found may be sent to this provider
accepts(name) if {
	not particular(name)
	all_sendable
}

accepts(name) if {
	particular(name)
	sendable(with_provider(name).request)
}

# METADATA
# title: What a role restores for this type of caller
restored(role, what) := found if {
	table := object.get(data.wardgate.masking.roles, role, {})
	found := {one |
		input.identity.type in table.restore_types
		some one in object.get(table, what, [])
	}
}

# METADATA
# title: Entities whose names the caller reads again
default restore := set()

restore := intersection({restored(role, "restore") | some role in access.in_force}) if scheme == "numbered"

# METADATA
# title: Tools in whose arguments names are restored
restore_tools := intersection({restored(role, "restore_tools") | some role in access.in_force})

# METADATA
# title: Indexes of embeddings that the roles in force name
indexes contains data.wardgate.masking.embeddings.indexes[role] if some role in access.in_force

# METADATA
# title: What a surrogate says
# description: >-
#   Numbers would make different patients equal in an index, so embeddings have a tag; or keyed surrogates, where the
#   roles in force name exactly one index.
default scheme := "tag"

scheme := "numbered" if input.route.operation != "embeddings"

scheme := "keyed" if {
	input.route.operation == "embeddings"
	count(indexes) == 1
}

# METADATA
# title: The index that keys the surrogates
default index := ""

index := one if {
	scheme == "keyed"
	some one in indexes
}

# METADATA
# title: A table with operators for places
worded(table) := {entity: words[rank] | some entity, rank in table} if words := strictness

# METADATA
# title: Masking of both directions, for a provider
plan(name) := {
	"default": fallback,
	"request": worded(tables.request),
	"response": worded(tables.response),
	"restore": ordering.sorted(restore),
	"restore_tools": ordering.sorted(restore_tools),
	"scheme": scheme,
	"index": index,
} if {
	tables := with_provider(name)
}

# METADATA
# title: Entity blocked
# custom:
#   reason: entity_blocked
#   citation: 45 CFR 164.502(b)
reasons contains {
	"id": "entity_blocked",
	"effect": "deny",
	"text": "The request holds a kind of identifier that the policy lets nobody send.",
	"cite": "45 CFR 164.502(b)",
} if {
	not all_sendable
}
