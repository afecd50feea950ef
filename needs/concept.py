"""A concept of a standard taxonomy."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Concept:
    """A skill or an occupation. Its identity is (scheme, uri, version); the label is for reading.

    Skills have the schemes ``esco`` or ``local``. Occupations have the scheme ``onet``, and their
    ``uri`` is the O*NET-SOC 2019 code, such as ``51-4121.00``.
    """

    scheme: str
    uri: str
    label: str
    version: str
