"""What a config says of the columns of exports."""

from briefgen.config.mapping import Key, mapping
from briefgen.config.values import NAME

COLUMNS = mapping(
    "The columns of exports (CSV, JSON, JSON Lines) by what they hold, where that is not told by what they are called.",
    (
        Key("text", NAME, "The column that holds the text.", ("clip_body",)),
        Key("title", NAME, "The column that holds the title.", ("slug",)),
        Key("author", NAME, "The column that holds the authors.", ("signed",)),
        Key("publisher", NAME, "The column that holds who published it.", ("channel",)),
        Key("agency", NAME, "The column that holds the news agency; without this key none does.", ("wire",)),
        Key("published", NAME, "The column that holds the date.", ("day_printed",)),
        Key("url", NAME, "The column that holds the address.", ("seen_at",)),
        Key("language", NAME, "The column that holds the language.", ("tongue",)),
    ),
    dict,
)  # fmt: skip
