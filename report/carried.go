package report

// Carried says how many answers were taken over from earlier assessments and not confirmed; "" where none was.
func (w Words) Carried() string {
	c, given := w.r.Carried, w.r.Coverage.Asked-w.r.Coverage.Open
	switch {
	case c.N == 0:
		return ""
	case c.From == c.To:
		return w.T("report.carried", "n", c.N, "m", given, "date", c.To)
	}
	return w.T("report.carried-days", "n", c.N, "m", given, "a", c.From, "b", c.To)
}
