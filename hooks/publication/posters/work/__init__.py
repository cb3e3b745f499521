"""Worker processes, and the files that they make and keep."""
