"""From the pieces that a reader finds to the document."""
