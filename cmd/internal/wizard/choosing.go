package wizard

import (
	"slices"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// choosing offers the questionnaires that there are.
type choosing struct {
	pick
	banks []desk.Bank
}

// choose opens the list of questionnaires, which takes a moment to find out.
type choose struct{}

func (choose) do(r *root) {
	s := &choosing{banks: r.desk.Banks()}
	s.at = max(0, slices.IndexFunc(s.banks, func(b desk.Bank) bool { return b.ID == r.desk.Bank().Ref().Name() }))
	r.push(s)
}

// change takes another questionnaire and shows its welcome screen.
type change struct{ id string }

func (s change) do(r *root) {
	if !r.turnTo(s.id) {
		return
	}
	r.base()
	r.stack[0] = newWelcome(r.desk)
}

// turnTo makes the desk that of another bank; where that cannot be, it says so.
func (r *root) turnTo(id string) bool {
	if id == "" || id == r.desk.Bank().Ref().Name() {
		return true
	}
	other, err := r.desk.With(id)
	if err != nil {
		r.note = r.failure(err)
		return false
	}
	r.desk = other
	return true
}

func (s *choosing) CapturesText() bool { return false }

func (s *choosing) entries(f frame) []entry {
	var out []entry
	for _, b := range s.banks {
		out = append(out, entry{f.T("welcome.bank", "name", f.text(b.Title), "time", f.bankMinutes(b)), "", []say{change{b.ID}}})
	}
	return out
}

// bankMinutes is how long a questionnaire takes: on the quick and on the full path, where they differ.
func (f frame) bankMinutes(b desk.Bank) string {
	quick, full := b.Minutes[questionnaire.Quick], b.Minutes[questionnaire.Full]
	if quick == full {
		return f.minutes(full)
	}
	return f.T("welcome.minutes", "a", quick, "b", full)
}

// Update takes the questionnaire pointed at.
func (s *choosing) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View lists the questionnaires with the time they take.
func (s *choosing) View(f frame) page {
	p := page{Left: f.T("welcome.choose")}
	p.Body = f.fit(append([]block{gap}, f.menuBlocks(s.entries(f), s.at, sideColumn)...), s.at, f.body())
	return p
}

// Keys are the words of the key row.
func (s *choosing) Keys(frame) []hint { return []hint{enter("do.choose"), esc("do.back"), menuHint} }
