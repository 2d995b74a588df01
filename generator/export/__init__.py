"""Writers of the formats that libraries and machines read: references, feeds, tables, and what stands in a page's head.

Each is a pure function from plain values to text or bytes, and escapes for its own format: any text may stand in any
field. They know neither the atlas nor its rights policy; what they are given has passed it (see render/).
"""
