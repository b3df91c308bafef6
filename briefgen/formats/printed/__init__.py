"""What all formats print alike, and know again: printings, marks of notes, languages, scripts, directions, room."""
