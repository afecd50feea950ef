"""What can go wrong with a taxonomy; each docstring is what a person is told."""


class TaxonomyError(Exception):
    """Something is wrong with the taxonomy."""

    def __str__(self) -> str:
        return " ".join([str(self.__doc__), *(str(one) for one in self.args)])


class IndexMissing(TaxonomyError):
    """There is no taxonomy index. Unset NEEDLINE_TAXONOMY to use the starter vocabulary. File:"""


class IndexUnreadable(TaxonomyError):
    """The taxonomy index cannot be read. Unset NEEDLINE_TAXONOMY to use the starter. File:"""


class VocabularyFaulty(TaxonomyError):
    """The vocabulary has faults; mend these places and try again."""

    def __str__(self) -> str:
        return "\n".join([str(self.__doc__), *(str(one) for one in self.args)])
