//! Simulated people in pain: seeded, and made by rules of their own, not by the model that is tested on them.
