package questionnaire

import "digitalkompass/questionnaire/source"

// Reuse says which answers of another bank mean the same in this one.
type Reuse struct {
	Bank    string // the other bank's id
	Answers []ReuseAnswer
	at      source.Pos
}

// ReuseAnswer is where the answer to one question or field comes from: the same answer, or the first case that holds.
type ReuseAnswer struct {
	For   string // a question or field of this bank
	Same  string // a question or field of the other bank whose answer is taken as it is; "" for cases
	Cases []ReuseCase
	at    source.Pos
}

// ReuseCase gives a value while a condition surely holds in the other bank's assessment.
type ReuseCase struct {
	Value Value
	when  *source.Node // read against the other bank, which need not be there when this one is loaded
}

// CodeUnknownBank is a finding that a bank can declare as intended: a bank it takes answers from is not at hand.
const CodeUnknownBank = "unknown-bank"

// CheckReuse checks what a bank's reuse names in other banks, which others finds by their ids. allowed may be nil.
func CheckReuse(target *Bank, others func(id string) *Bank, allowed *Allowances, d *source.Diagnostics) {
	for _, r := range target.Reuse {
		other := others(r.Bank)
		if other == nil {
			if !allowed.Allow(CodeUnknownBank, func(place string) bool { return place == fileReuse }) {
				d.Warn(r.at, CodeUnknownBank, "name", r.Bank)
			}
			continue
		}
		for _, a := range r.Answers {
			if a.Same != "" {
				checkSame(target.Question(a.For), other, a, d)
			}
			for _, c := range a.Cases {
				ReadCondition(c.when, other, d)
			}
		}
	}
}

func checkSame(q *Question, other *Bank, a ReuseAnswer, d *source.Diagnostics) {
	same := other.Question(a.Same)
	if same == nil {
		l := &loader{bank: other, d: d}
		d.Unknown(a.at, "unknown-question", a.Same, l.questionIDs())
		return
	}
	if same.Kind.Family() != q.Kind.Family() {
		d.Error(a.at, "reuse-kind", "name", a.Same, "question", a.For)
	}
}

// Borrowed is what the bank takes over from another one: the other's questions whose answers it takes as they are, and
// the conditions that it puts to the others.
func (b *Bank) Borrowed(other *Bank) (same []string, looks []Condition) {
	for _, r := range b.Reuse {
		if r.Bank != other.About.ID {
			continue
		}
		for _, a := range r.Answers {
			if a.Same != "" {
				same = append(same, a.Same)
			}
			for _, c := range a.Cases {
				var d source.Diagnostics
				looks = append(looks, ReadCondition(c.when, other, &d))
			}
		}
	}
	return same, looks
}

// Proposals are the answers to this bank's questions that an assessment by another bank surely holds, by id. They are
// offers: the company confirms them.
func (b *Bank) Proposals(other *Bank, a *Assessment) map[string]Answer {
	out := map[string]Answer{}
	for _, q := range NewNavigator(other).HiddenAnswers(a) {
		a = a.With(q, Answer{}) // what is not asked there says nothing here
	}
	for _, r := range b.Reuse {
		if r.Bank != other.About.ID {
			continue
		}
		for _, one := range r.Answers {
			v, from, ok := one.value(other, a)
			ans := Answer{State: Answered, Value: v, Carried: from}
			if q := b.Question(one.For); ok && q != nil && len(Check(q, ans)) == 0 {
				out[q.ID] = ans
			}
		}
	}
	return out
}

// value is what an assessment says about one question and from when that is, if it surely says something.
func (r ReuseAnswer) value(other *Bank, a *Assessment) (v Value, from source.Day, ok bool) {
	if r.Same != "" {
		q := other.Question(r.Same)
		if q == nil || Settled(q, a.Get(q)) != Answered {
			return Value{}, source.Day{}, false
		}
		return a.Get(q).Value, a.said(a.Get(q)), true
	}
	for _, c := range r.Cases {
		var d source.Diagnostics
		if when := ReadCondition(c.when, other, &d); !d.Failed() && when.Certain(other, a) {
			return c.Value, a.said(Answer{}), true
		}
	}
	return Value{}, source.Day{}, false
}

// said is the day an answer is from: its own where it was carried over already, else that of the assessment.
func (a *Assessment) said(ans Answer) source.Day {
	switch {
	case !ans.Carried.IsZero():
		return ans.Carried
	case !a.Updated.IsZero():
		return source.DayOf(a.Updated)
	}
	return source.DayOf(a.Started)
}

// Template are the answers of an earlier assessment as a start for a new one, by id: values, states and targets, carried
// over from its day or, where nobody confirmed them then, from the day before that. Notes, marks and how well something
// was known belong to their day and stay there; what was left open is open again.
func Template(a *Assessment) map[string]Answer {
	out := map[string]Answer{}
	for _, part := range []map[string]Answer{a.Company, a.Answers} {
		for id, ans := range part {
			if ans.State != Open && ans.State != Skipped {
				out[id] = Answer{State: ans.State, Value: ans.Value, Target: ans.Target, Carried: a.said(ans)}
			}
		}
	}
	return out
}
