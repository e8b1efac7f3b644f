# METADATA
# title: Masking
# description: >-
#   How each kind of identifier is masked in both directions, and which the caller reads restored. Every role in force
#   votes, and so does `data.wardgate.masking.floor`: the strictest vote wins, and a word that is no operator counts
#   as `block`. Restored is only what every role in force restores.
package gate.masking

import data.gate.access

tables := data.wardgate.masking.roles

strictness := ["keep", "generalize", "shift", "surrogate", "hash", "mask", "redact", "block"]

ranks := {operator: rank | some rank, operator in strictness}

# METADATA
# title: The operator where nothing is named
fallback := strictness[object.get(ranks, object.get(data.wardgate.masking, "default", "block"), ranks.block)]

# METADATA
# title: Who votes
# description: The roles in force; where there are none, nobody, for whom the default stands.
default voters := {"nobody"}

voters := access.in_force if count(access.in_force) > 0

# METADATA
# title: The votes for both directions
# description: A ballot ranks what it names, and says the rank of the rest. The floor leaves the rest to the others.
ballots := {"request": cast("request"), "response": cast("response")}

cast(direction) := array.concat([{"ranks": ranked(data.wardgate.masking.floor), "rest": ranks.keep}], [ballot |
	some role in voters
	ballot := {"ranks": ranked(object.get(tables, [role, direction], {})), "rest": ranks[fallback]}
])

ranked(table) := {entity: rank | some entity, word in table; rank := object.get(ranks, word, ranks.block)}

# METADATA
# title: The operator that wins
operator(votes, entity) := strictness[max([rank |
	some ballot in votes
	rank := object.get(ballot.ranks, entity, ballot.rest)
])]

operators(votes) := {entity: operator(votes, entity) |
	some ballot in votes
	some entity, _ in ballot.ranks
}

# METADATA
# title: The request shows nothing of this entity as it is
covered(entity) if operator(ballots.request, entity) != "keep"

# METADATA
# title: The entity may be sent, masked or not
sendable(entity) if operator(ballots.request, entity) != "block"

# METADATA
# title: What was found and would be sent as it is
kept contains entity if {
	some entity, _ in input.phi.entities
	not covered(entity)
}

# METADATA
# title: What was found and nobody may send
blocked contains entity if {
	some entity, _ in input.phi.entities
	not sendable(entity)
}

# METADATA
# title: What a role restores for this type of caller
restored(role, what) := found if {
	table := object.get(tables, role, {})
	found := {one |
		input.identity.type in table.restore_types
		some one in object.get(table, what, [])
	}
}

# METADATA
# title: Entities whose names the caller reads again
restore := intersection({restored(role, "restore") | some role in access.in_force}) if scheme == "numbered"

restore := set() if scheme != "numbered"

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

default index := ""

index := min(indexes) if scheme == "keyed"

# METADATA
# title: Masking of both directions
plan := {
	"default": fallback,
	"request": operators(ballots.request),
	"response": operators(ballots.response),
	"restore": sort(restore),
	"restore_tools": sort(restore_tools),
	"scheme": scheme,
	"index": index,
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
	count(blocked) > 0
}
