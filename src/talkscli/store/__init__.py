"""The file format of a store: read, checked, merged, written."""
