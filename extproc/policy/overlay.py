"""Data laid over data: how a profile changes the policy's data, by the rules of a JSON merge patch (RFC 7396).

An object is merged member by member, ``null`` takes a member away, and anything else, a list too, takes the place of
what was there. Not covered: what a member may be, which the schemas of the data say.
"""

from collections.abc import Mapping


def overlaid(base: Mapping[str, object], profile: Mapping[str, object]) -> dict[str, object]:
    """``base`` with ``profile`` laid over it; neither is changed, and nothing of ``profile`` is shared."""
    data = dict(base)
    for name, member in profile.items():
        if member is None:
            data.pop(name, None)
        elif isinstance(member, Mapping):
            below = data.get(name)
            data[name] = overlaid(below if isinstance(below, Mapping) else {}, member)
        else:
            data[name] = list(member) if isinstance(member, list) else member
    return data
