package source

import "time"

// Day is a date without a time of day. The zero value means "no date".
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDay reads a date written YYYY-MM-DD.
func ParseDay(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, false
	}
	return DayOf(t), true
}

// DayOf is the date of a moment, in the moment's own time zone.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return Day{}
	}
	y, m, d := t.Date()
	return Day{Year: y, Month: m, Day: d}
}

// Time is the start of the day in UTC.
func (d Day) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero says whether there is no date.
func (d Day) IsZero() bool { return d == Day{} }

// Before says whether d lies before e.
func (d Day) Before(e Day) bool { return d.Time().Before(e.Time()) }

// DaysUntil counts the days from d to e; negative when e lies before d.
func (d Day) DaysUntil(e Day) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// String writes the date as YYYY-MM-DD, and no date as nothing.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Day is an optional date, written YYYY-MM-DD.
func (m *Map) Day(key string) Day {
	v := m.Take(key)
	if v == nil {
		return Day{}
	}
	d, ok := ParseDay(v.Value)
	if !v.Scalar() || !ok {
		m.d.Error(v.Pos, "wrong-kind", "want", "day")
	}
	return d
}
