"""What all formats print alike, and know again: the names of printings, the marks of notes, languages, directions."""
