# METADATA
# scope: subpackages
# title: Wardgate's policy
# description: >-
#   What may be sent to which model, by whom, for what, and masked how. One package a concern; each holds positive
#   rules (what is right) and `reasons` (a reason for each positive rule that is not true). Because a reason is the
#   negation of what must hold, anything missing in the query or in the data is a reason, and a reason is a denial.
# schemas:
#   - input: schema.input
#   - data.wardgate.access: schema.data.access
#   - data.wardgate.approval: schema.data.approval
#   - data.wardgate.break_glass: schema.data.break_glass
#   - data.wardgate.labels: schema.data.labels
#   - data.wardgate.masking: schema.data.masking
#   - data.wardgate.minimum: schema.data.minimum
#   - data.wardgate.modes: schema.data.modes
#   - data.wardgate.obligations: schema.data.obligations
#   - data.wardgate.providers: schema.data.providers
#   - data.wardgate.purposes: schema.data.purposes
#   - data.wardgate.research: schema.data.research
#   - data.wardgate.response: schema.data.response
#   - data.wardgate.retention: schema.data.retention
#   - data.wardgate.routing: schema.data.routing
#   - data.wardgate.schedule: schema.data.schedule
#   - data.wardgate.tenants: schema.data.tenants
#   - data.wardgate.tools: schema.data.tools
#   - data.wardgate.uninspected: schema.data.uninspected
# custom:
#   citation: 45 CFR 164.502(a)
package gate
