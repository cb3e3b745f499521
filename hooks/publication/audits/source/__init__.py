"""What an editor typed, with its lines: text, YAML, front matter."""
