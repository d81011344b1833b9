"""Publishing: an edition becomes a static site that is the same, byte for byte, whenever it is made again.

The door of this room is the disk. It takes an `Edition` and gives pages, feeds, charts and their data twins; it knows
no language beyond the words that each `Text` brings with it, and it refuses a sentence that rests on nothing.
"""

from overtone.publish.labels import LABELS
from overtone.publish.site import Beside, Published, publish, refresh

__all__ = ["LABELS", "Beside", "Published", "publish", "refresh"]
