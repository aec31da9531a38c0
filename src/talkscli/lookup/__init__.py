"""What can be asked of a store: a store in, a frozen result out."""
