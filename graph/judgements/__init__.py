"""What people decided about what was read: kept, held to, and taken back.

A judgement outranks the program. It stores which article, name and stretch it is about, so that it finds
them again after a reading that gave other ids, and it stays as a row when it is withdrawn.
"""
