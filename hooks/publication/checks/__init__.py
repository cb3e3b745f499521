"""Rules that every built site is held to."""
