"""What can go wrong with the models that texts are given to; each docstring is what is told."""


class ExtractionError(Exception):
    """Something is wrong with a model that texts are given to."""

    def __str__(self) -> str:
        return " ".join([str(self.__doc__), *(str(one) for one in self.args)])


class ModelMisnamed(ExtractionError):
    """NEEDLINE_EMBEDDING takes provider:model, as in openai:text-embedding-3-small. It was:"""


class ProviderUnknown(ExtractionError):
    """LangChain knows no embeddings of the provider in NEEDLINE_EMBEDDING. It knows these:"""


class ProviderMissing(ExtractionError):
    """NEEDLINE_EMBEDDING needs one more package. Install it in the environment of Needline:"""


class ProviderUnready(ExtractionError):
    """This embedding cannot be set up. Set in the environment what it needs, such as its key:"""
