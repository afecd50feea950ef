"""What can go wrong with a taxonomy; each docstring is what a person is told."""


class TaxonomyError(Exception):
    """Something is wrong with the taxonomy."""

    def __str__(self) -> str:
        return " ".join([str(self.__doc__), *(str(one) for one in self.args)])


class IndexMissing(TaxonomyError):
    """There is no such taxonomy index; `needline taxonomy list` shows those there are. File:"""


class IndexUnreadable(TaxonomyError):
    """This taxonomy index cannot be read. Delete the file and import again. File:"""


class IndexUnwritable(TaxonomyError):
    """A taxonomy index cannot be written. See that its folder is yours and the disk has room:"""


class EncoderUnreadable(TaxonomyError):
    """The sentence encoder is missing or damaged. Install Needline again. File:"""


class EmbeddingFailed(TaxonomyError):
    """The embedding that NEEDLINE_EMBEDDING names did not answer as it should. Check it:"""


class UnknownVersion(TaxonomyError):
    """That version was not imported; `needline taxonomy list` shows those there are:"""


class VocabularyFaulty(TaxonomyError):
    """The vocabulary has faults; mend these places and try again."""

    def __str__(self) -> str:
        return "\n".join([str(self.__doc__), *(str(one) for one in self.args)])


class ImportRefused(TaxonomyError):
    """Nothing was imported; what is in use stays in use."""


class UnsafeArchive(ImportRefused):
    """Nothing was imported: this archive is damaged or unsafe. Download it again."""


class MissingColumns(ImportRefused):
    """Nothing was imported: a file lacks columns. Check that it is the official file, unchanged."""


class UnreadableText(ImportRefused):
    """Nothing was imported: a file cannot be read. Download it again; do not save it anew."""


class UnsupportedLayout(ImportRefused):
    """Nothing was imported: unsupported layout."""


class MixedVersions(ImportRefused):
    """Nothing was imported: the files belong to different versions. Give those of one version."""


class VersionNotSaid(ImportRefused):
    """Nothing was imported: the files do not say their version. Say it with --version."""


class NotFound(ImportRefused):
    """Nothing was imported: there is no such file or folder:"""
