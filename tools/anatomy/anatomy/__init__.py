"""Makes Unknot's body: bones, skin, muscles, trigger points and zones, from open data and readable tables.

World frame: x forwards, y up, z to the right, metres; the origin lies midway between the two hip joints.
Only the right half is made; the left is its mirror.
"""
