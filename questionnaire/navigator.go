package questionnaire

import (
	"slices"
	"time"
)

// Standing says whether a question is asked. The zero value is invalid.
type Standing int

// The standings, in the order in which they are tested.
const (
	Asked     Standing = iota + 1
	OffPath            // not on the chosen path
	Hidden             // a condition does not hold
	ZeroCount          // not asked, but counted with the points that other answers imply, which are mostly 0
)

// Navigator is the only code that decides what is asked. It is pure: the same bank and answers give the same order.
type Navigator struct {
	bank  *Bank
	index *Index
}

// NewNavigator navigates a bank.
func NewNavigator(b *Bank) Navigator { return Navigator{bank: b, index: b.Index()} }

// Shape is the question as it is asked and scored for this company.
func (n Navigator) Shape(a *Assessment, q *Question) *Question { return a.Shape(n.bank, q) }

// Item is one thing to ask: a question as it is worded for this company, with its dimension.
type Item struct {
	Question  *Question
	Dimension *Dimension // nil for profile fields
}

// Standing says whether a question or field is asked, by path, dimension, implied points and its own condition, in
// that order.
func (n Navigator) Standing(a *Assessment, q *Question) Standing {
	standing, _ := n.index.Standing(n.index.At(q.ID), n.index.glance(a))
	return standing
}

// Items are all things to ask, in order: company, questions, funding.
func (n Navigator) Items(a *Assessment) []Item {
	out := n.Section(a, SectionCompany)
	out = append(out, n.Section(a, SectionQuestions)...)
	return append(out, n.Section(a, SectionFunding)...)
}

// Section are the things to ask in one section, in order.
func (n Navigator) Section(a *Assessment, s Section) []Item {
	var out []Item
	sheet := n.index.glance(a)
	for i, q := range n.index.Items {
		if q.Section != s {
			continue
		}
		if standing, _ := n.index.Standing(i, sheet); standing == Asked || standing == OffPath && n.visited(a, i) {
			out = append(out, Item{Question: a.Shape(n.bank, q), Dimension: n.bank.Dimension(q.Dimension)})
		}
	}
	return out
}

// visited says whether a question beside the quick path is the one shown while going deeper: it is asked before there is
// an answer that makes it part of the path.
func (n Navigator) visited(a *Assessment, i int) bool {
	if a.Path != Deeper || n.index.Items[i].ID != a.Position {
		return false
	}
	standing, _ := n.index.Standing(i, &Sheet{Path: Full, words: a})
	return standing == Asked
}

// HiddenAnswers are the questions that have an answer but are not asked now; their answers are kept and not scored.
func (n Navigator) HiddenAnswers(a *Assessment) []*Question {
	var questions, fields []*Question
	sheet := n.index.glance(a)
	for i, q := range n.index.Items {
		if ans := a.Get(q); ans.State == Open || ans.State == Skipped && ans.Value.Empty() { // left open is no answer
			continue
		}
		switch standing, _ := n.index.Standing(i, sheet); {
		case standing == Asked:
		case q.Dimension == "":
			fields = append(fields, q)
		default:
			questions = append(questions, q)
		}
	}
	return append(questions, fields...)
}

// Shown is the assessment as a report shows it: without answers that are not asked for any more, without the sender's
// mark, the place in the interview and the answers given last time, with days in place of moments. Its score is the same.
func (n Navigator) Shown(a *Assessment) *Assessment {
	out := *a
	out.Ref, out.Position, out.Since = "", "", nil
	out.Started, out.Updated = a.Started.UTC().Truncate(24*time.Hour), a.Updated.UTC().Truncate(24*time.Hour)
	shown, sheet := &out, n.index.glance(a)
	for i, q := range n.index.Items {
		if standing, _ := n.index.Standing(i, sheet); standing != Asked && !a.Get(q).Empty() {
			shown = shown.With(q, Answer{})
		}
	}
	return shown
}

// Neighbour is the item a number of places after (or, negative, before) the one with the given id, within all items;
// ok is false beyond the ends. An item that is hidden now counts as standing where it would be.
func (n Navigator) Neighbour(a *Assessment, id string, step int) (item Item, ok bool) {
	items := n.Items(a)
	at := n.find(items, id, step)
	if at < 0 || at >= len(items) {
		return Item{}, false
	}
	return items[at], true
}

func (n Navigator) find(items []Item, id string, step int) int {
	for i, it := range items {
		if it.Question.ID == id {
			return i + step
		}
	}
	order := n.bank.order(id)
	for i, it := range items {
		if n.bank.order(it.Question.ID) > order {
			if step > 0 {
				return i + step - 1
			}
			return i + step
		}
	}
	if step > 0 {
		return len(items)
	}
	return len(items) + step
}

// order is the place of an id in the whole bank, by section; large for an unknown one.
func (b *Bank) order(id string) int {
	const section = 100000
	for i, q := range b.Profile {
		if q.ID == id {
			return int(q.Section)*section + i
		}
	}
	i := 0
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			if q.ID == id {
				return int(SectionQuestions)*section + i
			}
			i++
		}
	}
	return section * section
}

// Progress says how far an assessment is, over the questions asked at present.
type Progress struct {
	Of       int // questions asked
	Answered int // of them answered, unknown, or not applicable
	Minutes  int // estimate for the rest, 0 when nothing is left
}

// Progress counts over all dimensions.
func (n Navigator) Progress(a *Assessment) Progress {
	return n.progress(a, n.Section(a, SectionQuestions))
}

// DimensionProgress counts within one dimension.
func (n Navigator) DimensionProgress(a *Assessment, d *Dimension) Progress {
	var items []Item
	for _, it := range n.Section(a, SectionQuestions) {
		if it.Dimension == d {
			items = append(items, it)
		}
	}
	return n.progress(a, items)
}

func (n Navigator) progress(a *Assessment, items []Item) Progress {
	p := Progress{Of: len(items)}
	for _, it := range items {
		if Settled(it.Question, a.Get(it.Question)) != Open {
			p.Answered++
		}
	}
	all := len(n.Section(a, SectionQuestions))
	if left := p.Of - p.Answered; left > 0 && all > 0 {
		p.Minutes = max(1, (n.bank.minutes(a.Path)*left+all/2)/all)
	}
	return p
}

// Numbered are the questions asked as they are numbered, from 1: one that is only shown while going deeper moves no other.
func (n Navigator) Numbered(a *Assessment) []Item {
	still := *a
	still.Position = ""
	return n.Section(&still, SectionQuestions)
}

// Number is the place of a question among the questions asked, from 1; 0 when it is not asked.
func (n Navigator) Number(a *Assessment, id string) int {
	at, number := n.index.At(id), 1
	for _, it := range n.Numbered(a) {
		if n.index.At(it.Question.ID) >= at {
			break
		}
		number++
	}
	if q := n.bank.Question(id); q == nil || q.Section != SectionQuestions || !slices.ContainsFunc(n.Section(a, SectionQuestions), func(it Item) bool { return it.Question.ID == id }) {
		return 0
	}
	return number
}

// FirstOpen is the first of the Pending items; ok is false when there is none.
func (n Navigator) FirstOpen(a *Assessment) (item Item, ok bool) {
	if open := n.Pending(a); len(open) > 0 {
		return open[0], true
	}
	return Item{}, false
}

// Unconfirmed are the items whose answers were carried over from an earlier assessment and not gone over yet.
func (n Navigator) Unconfirmed(a *Assessment) []Item {
	var out []Item
	for _, it := range n.Items(a) {
		if Unconfirmed(it.Question, a.Get(it.Question)) {
			out = append(out, it)
		}
	}
	return out
}

// Pending are the items of the company and question sections that still lack an answer. Fields left empty on purpose
// count as answered, questions left open on purpose do not; beside the quick path nothing has to be answered.
func (n Navigator) Pending(a *Assessment) []Item {
	var out []Item
	for _, it := range append(n.Section(a, SectionCompany), n.Section(a, SectionQuestions)...) {
		state := Settled(it.Question, a.Get(it.Question))
		beside := a.Path == Deeper && it.Dimension != nil && !it.Question.Asking.Quick
		if state == Open && !beside && !(it.Dimension == nil && a.Get(it.Question).State == Skipped) {
			out = append(out, it)
		}
	}
	return out
}
