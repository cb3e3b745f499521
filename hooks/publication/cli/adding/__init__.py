"""Adding an audit: what is asked, how answers are taken, and how the files get their places."""
