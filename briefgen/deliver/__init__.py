"""The ways out of the house: by SMTP, and into a folder. One parcel is one edition for one recipient."""

from collections.abc import Callable, Mapping

from briefgen.deliver.access import Access, access
from briefgen.deliver.parcel import Carrier, Means, Parcel, Reply
from briefgen.deliver.post import Post
from briefgen.deliver.shelf import Shelf
from briefgen.model.edition import Way

__all__ = ["DELIVERERS", "Access", "Carrier", "Means", "Parcel", "Reply", "access"]

DELIVERERS: Mapping[Way, Callable[[Means], Carrier]] = {Way.MAIL: Post, Way.FOLDER: Shelf}
"""What carries parcels, by the way that they go."""
