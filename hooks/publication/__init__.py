"""Records and artwork in, pages and posters out. The flow is in `publication.build`."""
