"""Many posters as one PDF."""
