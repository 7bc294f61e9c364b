//! Months, weekdays, seasons, units and words of time.
