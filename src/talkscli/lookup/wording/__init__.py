"""What a line asks, told by its wording alone: nothing here looks into a store."""
