package offer

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// FieldVolume is the detail that says what the project will cost: estimates rest on it.
const FieldVolume = "project_volume"

// Other details that eligibility rests on.
const (
	fieldTurnover = "turnover"
	fieldBalance  = "balance_sheet"
	fieldGroup    = "group"
	fieldPublic   = "public_share"

	fieldAid    = "de_minimis"
	fieldAidSum = "de_minimis_amount"
)

// judge looks at offers for one company on one day.
type judge struct {
	c   *Catalogue
	r   *scoring.Result
	b   *questionnaire.Bank
	all *questionnaire.Assessment // as in the file
	a   *questionnaire.Assessment // what is asked of it
	day source.Day
	sme SME
}

func newJudge(c *Catalogue, r *scoring.Result, day source.Day) *judge {
	return (&judge{c: c, r: r, b: r.Bank, day: day}).of(r.Assessment)
}

// of is the judge of other answers. Those whose field is hidden are kept in the file, but decide nothing.
func (j *judge) of(all *questionnaire.Assessment) *judge {
	out := *j
	out.all, out.a = all, all
	nav := questionnaire.NewNavigator(j.b)
	for _, q := range j.b.Profile {
		if all.Get(q).State != questionnaire.Open && nav.Standing(all, q) != questionnaire.Asked {
			out.a = out.a.With(q, questionnaire.Answer{})
		}
	}
	out.sme = smeClass(&out)
	return &out
}

// offer judges one offer.
func (j *judge) offer(o *Offer) OfferAdvice {
	out := OfferAdvice{Offer: o, Status: o.StatusOn(j.day), Eligible: Yes, Estimate: j.estimate(o)}
	for _, r := range o.Rules {
		c := j.check(o, r)
		out.Checks = append(out.Checks, c)
		switch {
		case c.Verdict == No:
			out.Eligible = No
		case c.Verdict == Unknown && out.Eligible == Yes:
			out.Eligible = Unknown
		}
	}
	switch out.Status {
	case StatusEnded:
		code := "ended"
		if !o.Validity.UntilSure && !o.Validity.Until.IsZero() {
			code = "ended-unofficial"
		}
		if o.Validity.Until.IsZero() {
			code = "ended-undated"
		}
		out.Reasons = append(out.Reasons, because(code, "date", o.Validity.Until, "name", o.Name))
	case StatusUnclear:
		out.Reasons = append(out.Reasons, because("unclear", "name", o.Name))
	case StatusAnnounced:
		out.Reasons = append(out.Reasons, because("announced", "date", o.Validity.From, "name", o.Name))
	case StatusOpen:
	}
	if out.Eligible == No {
		if out.Status != StatusEnded {
			out.Nearest = j.nearest(o)
		}
		out.Reasons = append(out.Reasons, Reason{Code: "not-eligible", Args: []any{"name", o.Name}, Nearest: out.Nearest})
	}
	return out
}

func (j *judge) check(o *Offer, r Rule) Check {
	c := Check{Code: r.Code, Text: r.Text}
	c.Verdict, c.Missing = j.verdict(o, r)
	switch {
	case c.Verdict != Unknown:
		c.Missing = nil
	case r.Test == TestSME:
		c.Lacks = j.smeLacks()
	case c.Missing != nil:
		c.Lacks = Lacks{{c.Missing}}
	}
	return c
}

func (j *judge) verdict(o *Offer, r Rule) (Verdict, *questionnaire.Question) {
	switch r.Test {
	case TestSME:
		return j.smeVerdict()
	case TestSpend:
		return j.spendVerdict(o)
	case TestRoom:
		return j.roomVerdict(o)
	case TestBegun:
		return j.begunVerdict()
	case TestOpen:
		return Unknown, nil
	}
	switch {
	case !r.No.Always() && r.No.Certain(j.b, j.a):
		return No, nil
	case !r.Yes.Always() && r.Yes.Certain(j.b, j.a):
		return Yes, nil
	}
	return Unknown, j.unanswered(r.Yes, r.No)
}

// unanswered is the first question of the conditions that has no answer.
func (j *judge) unanswered(cs ...questionnaire.Condition) *questionnaire.Question {
	for _, c := range cs {
		for _, all := range c.AnyOf {
			for _, t := range all {
				if q := j.open(t.ID); q != nil {
					return q
				}
			}
		}
	}
	return nil
}

// open is a question when it has no answer, else nil.
func (j *judge) open(id string) *questionnaire.Question {
	if q := j.b.Question(id); q != nil && j.a.Get(q).State != questionnaire.Answered {
		return q
	}
	return nil
}

// chosen is the option that a profile field stands at, "" for none.
func (j *judge) chosen(field string) string {
	q := j.b.Question(field)
	if q == nil || j.a.Get(q).State != questionnaire.Answered {
		return ""
	}
	if o := q.Chosen(j.a.Get(q).Value); o != nil {
		return o.ID
	}
	return ""
}

// begunVerdict: grants are for projects that have not begun.
func (j *judge) begunVerdict() (Verdict, *questionnaire.Question) {
	switch j.chosen(questionnaire.FieldProject) {
	case "":
		return Unknown, j.open(questionnaire.FieldProject)
	case "begun":
		return No, nil
	}
	return Yes, nil
}

// smeLacks is what the company's class needs and nobody has said: staff, its links with others, and one of the two sums.
func (j *judge) smeLacks() Lacks {
	var out Lacks
	for _, row := range [][]string{{questionnaire.FieldStaff}, {fieldGroup}, {fieldTurnover, fieldBalance}} {
		var open []*questionnaire.Question
		for _, f := range row {
			if q := j.open(f); q != nil {
				open = append(open, q)
			}
		}
		if len(open) == len(row) {
			out = append(out, open)
		}
	}
	return out
}

func (j *judge) smeVerdict() (Verdict, *questionnaire.Question) {
	switch j.sme {
	case SMEMicro, SMESmall, SMEMedium:
		return Yes, nil
	case SMENone:
		return No, nil
	case SMEUnclear:
	}
	for _, f := range []string{questionnaire.FieldStaff, fieldGroup, fieldTurnover, fieldBalance, fieldPublic} {
		if q := j.open(f); q != nil {
			return Unknown, q
		}
	}
	return Unknown, nil
}
