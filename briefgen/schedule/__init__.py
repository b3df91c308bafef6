"""When a brief is due, and what makes a machine look."""

from briefgen.schedule.slots import count_between, fault, is_zone, last_slot, next_slots, zone_of

__all__ = ["count_between", "fault", "is_zone", "last_slot", "next_slots", "zone_of"]
