"""What the reader of the search sees beside bare results: matched words marked, and what was read before."""
