"""When a brief is due, and what makes a machine look."""

from briefgen.schedule.slots import fault, is_zone, last_slot, next_slots, zone_of

__all__ = ["fault", "is_zone", "last_slot", "next_slots", "zone_of"]
