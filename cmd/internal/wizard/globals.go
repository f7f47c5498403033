package wizard

import (
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

func dayOf(t time.Time) source.Day { return source.DayOf(t) }

func (w *work) judgeWith(d desk.Desk) func() (*scoring.Result, *offer.Advice) {
	return func() (*scoring.Result, *offer.Advice) { return w.judge(d) }
}

// do gives the keys that are the same everywhere their meaning.
func (s pass) do(r *root) {
	if act := globals[s.k.op]; act != nil {
		act(r)
		return
	}
	if r.work == nil {
		return
	}
	if act := inside[s.k.op]; act != nil {
		act(r)
	}
}

// globals work on every screen; inside only while an assessment is open.
var globals, inside map[op]func(*root)

func init() {
	globals = map[op]func(*root){
		opEsc:     (*root).escape,
		opTab:     func(r *root) { focusBar{last: r.top().CapturesText()}.do(r) },
		opBackTab: func(r *root) { focusBar{last: true}.do(r) },
		opDown:    func(r *root) { focusBar{}.do(r) },
		opRight:   func(r *root) { focusBar{}.do(r) },
		opLeft:    func(r *root) { focusBar{last: true}.do(r) },
		opHelp:    func(r *root) { r.push(newMenu(r.top())) },
		opMenu:    func(r *root) { r.push(newMenu(r.top())) },
		opLang:    (*root).language,
		opTheme:   (*root).colours,
		opView:    (*root).advising,
		opLine:    func(r *root) { r.push(&switching{}) },
		opPause:   (*root).pause,
	}
	inside = map[op]func(*root){
		opUndo:     func(r *root) { r.replay((*questionnaire.Interview).Undo, "msg.undone", "msg.undone.field") },
		opRedo:     func(r *root) { r.replay((*questionnaire.Interview).Redo, "msg.redone", "msg.redone.field") },
		opJump:     func(r *root) { r.push(newJump()) },
		opReview:   func(r *root) { r.push(newReview(filterAll)) },
		opTelling:  (*root).telling,
		opGlossary: func(r *root) { r.push(newGlossary(nil)) },
		opResult:   (*root).glance,
	}
}

func (r *root) escape() {
	if len(r.stack) == 1 {
		r.push(&leaving{})
		return
	}
	r.pop()
	if len(r.stack) == 1 && r.work != nil {
		start{}.do(r)
	}
}

// pause ends the program. Where nothing is under way there is nothing to come back to, and it is asked as with Esc.
func (r *root) pause() {
	if r.work == nil {
		r.push(&leaving{})
		return
	}
	quit{}.do(r)
}

func (r *root) language() {
	next := map[i18n.Lang]i18n.Lang{i18n.German: i18n.English, i18n.English: i18n.German}
	r.view.lang, r.view.chosen = next[r.view.lang], true
	if r.work != nil && r.work.session != nil {
		r.work.iv.SetLanguage(r.view.lang)
	}
	r.note = note{key: "msg.lang"}
}

func (r *root) colours() {
	r.view.theme = r.view.theme.next()
	r.note = note{key: "menu.colour", args: []any{"value", r.view.theme.word()}}
}

// telling goes to the open question whose answer settles most; where none is open, to what waits to be confirmed.
func (r *root) telling() {
	if a := r.work.iv.Assessment(); r.work.session != nil {
		if id := desk.TellingWaiting(r.desk, r.work.iv.Navigator, a); id != "" {
			visit{id}.do(r)
			r.note = note{key: "telling.waits", args: []any{"list", r.frame().waiting()}}
			return
		}
	}
	if a := r.work.iv.Assessment(); a.Path != questionnaire.Full && r.work.session != nil && len(r.work.iv.Pending(a)) == 0 {
		narrow{}.do(r)
		return
	}
	open := r.desk.Telling(r.work.iv.Assessment())
	if len(open) == 0 {
		r.note = note{key: "telling.none"}
		return
	}
	visit{open[0]}.do(r)
	r.note = note{key: "telling.here", args: []any{"n", len(open)}}
}

// ofPart are the messages about a part of an answer, in place of those about all of it.
var ofPart = map[string]string{
	"msg.undone": "msg.undone.part", "msg.undone.field": "msg.undone.field.part", "msg.redone": "msg.redone.part", "msg.redone.field": "msg.redone.field.part",
}

// replay takes back or brings back a change, goes to its item, and says so.
func (r *root) replay(step func(*questionnaire.Interview) (questionnaire.Change, bool), question, field string) {
	if r.work.session == nil {
		return
	}
	c, ok := step(r.work.iv)
	if !ok {
		r.note = note{key: map[string]string{"msg.undone": "undo.nothing", "msg.redone": "redo.nothing"}[question]}
		return
	}
	r.work.shift, r.work.reach = shift{}, nil
	if _, visible := r.work.iv.Visible(c.ID); visible {
		shown, atResult := r.top().(*results)
		r.base()
		q := r.question(c.ID)
		if q.CapturesText() && (!q.figures(r.frame()) || q.input.String() == "") {
			q.at = noStop // so that the next letter is again a command
		}
		r.push(q)
		if atResult { // there one sees what becomes of it, and a digit is no answer
			r.push(shown)
		}
	}
	f := r.frame()
	q := r.work.iv.Shape(r.work.iv.Assessment(), r.work.iv.Bank().Question(c.ID))
	if c.Also > 0 {
		r.note = note{key: map[string]string{"msg.undone": "carried.undone", "msg.redone": "carried.redone"}[question], args: []any{"n", c.Also + 1}}
		return
	}
	value := f.said(q, r.work.iv.Answer(q))
	if part := desk.PartKey(c); part != "" {
		question, field, value = ofPart[question], ofPart[field], f.T(part)
	}
	if n := r.work.iv.Number(r.work.iv.Assessment(), c.ID); n > 0 {
		r.note = note{key: question, args: []any{"n", n, "value", value}}
		return
	}
	r.note = note{key: field, args: []any{"field", q.Wording.Short, "value", value}}
}
