package prompt

import (
	"errors"
	"slices"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// errand is a walk over some items away from the order, after which one is back where it began.
type errand struct {
	on     bool
	passed []string // items answered or left on it, in order
}

// errOut says that one went back past the beginning of an errand.
var errOut = errors.New("out of the errand")

// back is the item passed before, "" where the errand began; ok is false when there is none under way.
func (e *errand) back() (id string, ok bool) {
	if !e.on || len(e.passed) == 0 {
		return "", e.on
	}
	id = e.passed[len(e.passed)-1]
	e.passed = e.passed[:len(e.passed)-1]
	return id, true
}

// run asks the present item and then those that next gives, until there is none that was not passed, or one goes back past
// the first.
func (f *face) run(next func() []questionnaire.Item) error {
	outer, jumps := f.errand, f.jumps
	f.errand, f.jumps = errand{on: true}, desk.Jumps{}
	defer func() { f.errand, f.jumps = outer, jumps }()
	for {
		it, ok := f.iv.Current()
		if !ok {
			return nil
		}
		switch err := f.item(it); {
		case errors.Is(err, errOut):
			return nil
		case err == nil:
			continue // one moved elsewhere
		case !errors.Is(err, errDone):
			return err
		}
		f.errand.passed = append(f.errand.passed, it.Question.ID)
		all := next()
		at := slices.IndexFunc(all, func(x questionnaire.Item) bool { return !slices.Contains(f.errand.passed, x.Question.ID) })
		if at < 0 {
			return nil
		}
		f.iv.Go(all[at].Question.ID)
	}
}

// goOver asks all that is open, or waits to be confirmed, whatever the way.
func (f *face) goOver(which func(*questionnaire.Assessment) []questionnaire.Item) error {
	waits := func() []questionnaire.Item { return which(f.iv.Assessment()) }
	all := waits()
	if len(all) == 0 || !f.iv.Go(all[0].Question.ID) {
		return nil
	}
	return f.run(waits)
}

// lackingDetails are details for support programmes without an answer, those that were left out among them.
func (f *face) lackingDetails() []questionnaire.Item {
	var out []questionnaire.Item
	for _, it := range f.iv.Section(f.iv.Assessment(), questionnaire.SectionFunding) {
		if s := f.iv.Answer(it.Question).State; s == questionnaire.Open || s == questionnaire.Skipped {
			out = append(out, it)
		}
	}
	return out
}

// toFunding asks the details for support programmes that lack, and comes back.
func (f *face) toFunding() (bool, error) {
	from, all := f.iv.Assessment().Position, f.lackingDetails()
	if len(all) == 0 {
		f.say("say.funding-all")
		return false, nil
	}
	f.iv.Go(all[0].Question.ID)
	if err := f.run(f.lackingDetails); err != nil {
		return false, err
	}
	f.toldChange()
	if from != "" {
		f.iv.Go(from)
	}
	return true, nil
}
