"""`make publication`: what it asks, what it writes, and what it puts in whose place."""
