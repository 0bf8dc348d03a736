"""An independent checker of Piaojue records, written from docs/record-format.md alone."""
