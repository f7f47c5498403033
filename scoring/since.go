package scoring

import (
	"maps"

	"digitalkompass/questionnaire"
)

// Since is what became of a result since an earlier assessment of the same company, all by the bank of today: what
// lies between Then and Known is owed to what is known by now, what lies between Known and Now to the company.
type Since struct {
	Then, Known, Now *Result
	Learned          []string // questions that are answered only now, in the order of the bank
	Lost             []string // that are not answered any more
	Changed          []string // that are answered otherwise
	Rescored         bool     // the earlier answers were given to another version of the bank
}

// Since compares with the assessment that was the template of this one; nil where there is none.
func (r *Result) Since() *Since {
	old := r.Assessment.Earlier()
	if old == nil {
		return nil
	}
	s := r.engine.Since(old, r.Assessment)
	return &s
}

// Since compares with earlier answers. Rows of a grid count one by one; a step from the quick path to the full one is
// knowledge.
func (e *Engine) Since(old, now *questionnaire.Assessment) Since {
	s := Since{Rescored: old.Bank.Version != "" && old.Bank.Version != now.Bank.Version || old.Bank.Digest != "" && now.Bank.Digest != "" && old.Bank.Digest != now.Bank.Digest}
	middle := *old
	known := &middle
	known.Path, known.Company, known.Answers = now.Path, maps.Clone(old.Company), maps.Clone(old.Answers)
	for _, q := range e.index.Items {
		was, is := old.Get(q), now.Get(q)
		next := was
		switch {
		case !settled(was) && settled(is):
			s.Learned, next = append(s.Learned, q.ID), is
		case settled(was) && !settled(is):
			s.Lost, next = append(s.Lost, q.ID), is
		case settled(was) && settled(is):
			next = filled(was, is)
			if !same(next, is) {
				s.Changed = append(s.Changed, q.ID)
			} else if !same(was, is) {
				s.Learned = append(s.Learned, q.ID)
			}
		}
		known = known.With(q, next)
	}
	s.Then, s.Known, s.Now = e.Score(old), e.Score(known), e.Score(now)
	return s
}

// settled says whether an answer tells something.
func settled(a questionnaire.Answer) bool {
	return a.State == questionnaire.Answered || a.State == questionnaire.NotApplicable
}

// filled is an earlier answer with the rows that are known only now.
func filled(was, is questionnaire.Answer) questionnaire.Answer {
	if len(was.Value.Rows) == 0 || len(is.Value.Rows) == 0 {
		return was
	}
	rows := maps.Clone(was.Value.Rows)
	for id, cell := range is.Value.Rows {
		if old, ok := rows[id]; !ok || old == questionnaire.RowUnknown {
			rows[id] = cell
		}
	}
	was.Value.Rows = rows
	return was
}

// same says whether two answers say the same, whatever is noted beside them.
func same(a, b questionnaire.Answer) bool {
	return a.State == b.State && a.Value.Equal(b.Value)
}
