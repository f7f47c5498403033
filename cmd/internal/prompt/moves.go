package prompt

import (
	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// visit goes to an item, from where what is answered leads back.
func (f *face) visit(it questionnaire.Item) bool { return f.jump(it, true) }

// jump goes to an item; back leads from there to where one was, or to the result.
func (f *face) jump(it questionnaire.Item, detour bool) bool {
	f.jumps.Note(desk.Spot{ID: f.iv.Assessment().Position, Result: f.behind}, it.Question.ID, detour)
	return f.arrive(it)
}

// land goes to where a jump began; errResult where that is the result.
func (f *face) land(to desk.Spot) error {
	if it, ok := f.iv.Visible(to.ID); ok {
		f.arrive(it)
	}
	if to.Result {
		return errResult
	}
	return nil
}

// arrive makes an item the present one, as a jump does.
func (f *face) arrive(it questionnaire.Item) bool {
	f.aside = it.Question.Section == questionnaire.SectionFunding
	if f.round.Began() && f.round.On(f.iv, it.Question.ID) {
		f.round.Visit(it.Question.ID)
	}
	return f.iv.Go(it.Question.ID)
}

// back goes to where one came from: the jump, the round or the order of the bank.
func (f *face) back(it questionnaire.Item) (bool, error) {
	if to, ok := f.jumps.Back(f.iv, it.Question.ID); ok {
		return true, f.land(to)
	}
	if to, ok := f.errand.back(); ok {
		if to == "" {
			return true, errOut
		}
		return f.iv.Go(to), nil
	}
	moved, out := f.round.Back(f.iv, it.Question.ID)
	if out {
		f.say("deep.before")
	}
	if moved {
		return true, nil
	}
	if !f.iv.Step(-1) {
		f.fail(f.p.T("say.first"))
		return false, nil
	}
	return true, nil
}

// pauseAfter is how many questions of a round pass before the way out is named again.
const pauseAfter = 10

// forward goes back to where a detour began, or along.
func (f *face) forward(it questionnaire.Item) error {
	if to, ok := f.jumps.Home(f.iv, it.Question.ID); ok {
		f.jumps.Return()
		if n := f.iv.Number(f.iv.Assessment(), to.ID); n > 0 && !to.Result {
			f.say("msg.return", "n", n)
		}
		return f.land(to)
	}
	return f.along(it)
}

// along goes to the next item of the same part; errDone when there is none.
func (f *face) along(it questionnaire.Item) error {
	id := it.Question.ID
	if f.errand.on {
		return errDone
	}
	defer func() { f.jumps.Follow(id, f.iv.Assessment().Position) }()
	if f.round.On(f.iv, id) {
		f.round.Visit(id)
		if !f.round.Forward(f.d, f.iv) {
			return errDone
		}
		if n := f.round.Passed() - 1; n > 0 && n%pauseAfter == 0 {
			f.say("deep.pause", "n", n)
		}
		return nil
	}
	next, ok := f.iv.Neighbour(f.iv.Assessment(), id, 1)
	if !ok || next.Question.Section == questionnaire.SectionFunding && it.Question.Section != questionnaire.SectionFunding {
		return errDone
	}
	f.arrive(next)
	return nil
}
