"""briefgen: policy briefs whose every quotation is verbatim, located and provable."""

__version__ = "0.1.0"
