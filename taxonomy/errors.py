"""What can go wrong with a taxonomy; each docstring is what a person is told."""


class TaxonomyError(Exception):
    """Something is wrong with the taxonomy."""

    def __str__(self) -> str:
        return " ".join([str(self.__doc__), *(str(one) for one in self.args)])


class IndexMissing(TaxonomyError):
    """The taxonomy index is not there yet. Run `needline taxonomy build` to make it. Looked at:"""


class IndexUnreadable(TaxonomyError):
    """The taxonomy index cannot be read. Run `needline taxonomy build` to make it again. File:"""


class VocabularyFaulty(TaxonomyError):
    """The vocabulary has faults; mend these places and try again."""

    def __str__(self) -> str:
        return "\n".join([str(self.__doc__), *(str(one) for one in self.args)])
