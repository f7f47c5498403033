package wizard

import (
	"strconv"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// welcome offers drafts to continue, a new start, and a look around.
type welcome struct {
	pick
	drafts     []desk.Draft
	unreadable int
	failed     bool
	all        bool // all drafts are shown
}

// shownDrafts is how many drafts stand there at first.
const shownDrafts = 3

// sideColumn is where remarks beside entries begin.
const sideColumn = 27

func newWelcome(d desk.Desk) *welcome {
	w := &welcome{}
	var err error
	w.drafts, w.unreadable, err = d.Drafts()
	w.failed = err != nil
	return w
}

func (w *welcome) CapturesText() bool { return false }

func (w *welcome) listed() []desk.Draft {
	if w.all {
		return w.drafts
	}
	return w.drafts[:min(len(w.drafts), shownDrafts)]
}

// more says whether there is an entry that shows all drafts.
func (w *welcome) more() bool { return len(w.listed()) < len(w.drafts) }

// starts are the entries below the drafts: first those that begin, then those for looking around.
func (w *welcome) starts(f frame) (begins, looks []entry) {
	b := f.Look.bank()
	size := func(p questionnaire.Path) string {
		time := b.Times()[p]
		if f.W < 76 {
			return strings.Join([]string{f.T("carried.questions", "n", b.On(p)), f.T("carried.details", "n", b.Details()), f.T("head.min", "t", time)}, ", ")
		}
		return f.T("welcome.size", "list", desk.Size(f.P, b, p), "time", f.minutes(time))
	}
	quick := size(questionnaire.Quick)
	if f.W >= 76 {
		quick += ", " + f.T("welcome.later")
	}
	begins = []entry{
		{f.T("welcome.quick"), quick, []say{begin{questionnaire.Quick}}},
		{f.T("welcome.full"), size(questionnaire.Full), []say{begin{questionnaire.Full}}},
	}
	if len(b.Paths()) == 1 {
		begins = []entry{{f.T("welcome.only"), size(questionnaire.Full), []say{begin{questionnaire.Full}}}}
	}
	if f.Look.Desk.Choice() {
		begins = append(begins, entry{f.T("welcome.other"), "", []say{choose{}}})
	}
	if f.Look.Desk.HasDemo() {
		looks = append(looks, entry{f.T("welcome.demo"), "", []say{sample{}}})
	}
	return begins, append(looks, entry{f.T("welcome.read"), "", []say{open{&reading{}}}})
}

// Update opens the entry pointed at.
func (w *welcome) Update(f frame, k key) []say {
	listed := w.listed()
	begins, looks := w.starts(f)
	starts := append(begins, looks...)
	above := len(listed)
	if w.more() {
		above++
	}
	if w.press(k, above+len(starts)) {
		return nil
	}
	runs := k.op == opEnter || k.op == opSpace
	switch {
	case w.at < len(listed) && runs:
		return []say{resume{listed[w.at]}}
	case w.at < len(listed) && (k.op == opDelete || k.op == opBackspace):
		return []say{open{&deleting{draft: listed[w.at], at: 1}}}
	case w.at < above && runs:
		w.all = true
		return nil
	case runs:
		return starts[w.at-above].run
	}
	return []say{pass{k}}
}

// View lists everything, as much of it as fits.
func (w *welcome) View(f frame) page {
	p := page{Left: "Digitalkompass", Right: f.T("welcome.reader"), Corner: f.T("welcome.app", "v", f.Look.Desk.Version())}
	if f.Advice {
		p.Left += " · " + f.T("adv.view")
	}
	p.Hint = f.T("welcome.folder", "folder", oneLine(f.Look.Desk.Folder()))
	switch {
	case w.failed:
		p.Hint = f.T("welcome.failed", "folder", oneLine(f.Look.Desk.Folder()))
	case w.unreadable > 0:
		p.Hint = f.T("welcome.unreadable", "n", w.unreadable)
	}
	list := append(w.intro(f), w.draftBlocks(f)...)
	begins, looks := w.starts(f)
	starts := f.menuBlocks(append(begins, looks...), w.at-w.aboveCount(), sideColumn)
	for i := range starts {
		starts[i].stop += w.aboveCount()
	}
	list = append(append(list, still(bold(" "+f.T("welcome.new")))), starts[:len(begins)]...)
	list = append(append(list, gap, still(bold(" "+f.T("welcome.learn")))), starts[len(begins):]...)
	if w.stale() {
		list = append(list, gap, still(f.hanging(ln(" * "), f.T("welcome.stale"), plain)...))
	}
	p.Body = f.fit(list, w.at, f.body())
	return p
}

// intro says what this is about; a questionnaire other than the usual one brings its own words.
func (w *welcome) intro(f frame) []block {
	if f.Look.Desk.Usual() {
		return []block{gap, still(f.para(f.T("welcome.intro"), plain)...), gap}
	}
	about := f.Look.bank().About
	return []block{gap, still(f.para(f.text(about.Title), strong)...), still(f.para(f.text(about.Summary), plain)...), gap}
}

func (w *welcome) aboveCount() int {
	if w.more() {
		return len(w.listed()) + 1
	}
	return len(w.listed())
}

func (w *welcome) stale() bool {
	for _, d := range w.listed() {
		if d.Stale {
			return true
		}
	}
	return false
}

func (w *welcome) draftBlocks(f frame) []block {
	if len(w.drafts) == 0 {
		return nil
	}
	head := line{{plain, " "}, {strong, f.T("welcome.resume")}}
	if f.W >= 76 {
		head = append(head.to(w.column(f)), span{plain, pad(f.T("welcome.began"), 12) + pad(f.T("welcome.state"), 25) + f.T("welcome.questions")})
	}
	out := []block{still(head)}
	for i, d := range w.listed() {
		out = append(out, block{lines: []line{w.draftLine(f, d, i == w.at)}, stop: i})
	}
	if w.more() {
		at := len(w.listed())
		out = append(out, block{lines: []line{append(pointer(w.at == at), span{roleOf(w.at == at), f.T("welcome.more", "n", len(w.drafts))})}, stop: at})
	}
	return append(out, gap)
}

func (w *welcome) draftLine(f frame, d desk.Draft, on bool) line {
	column := w.column(f)
	l := append(pointer(on), span{roleOf(on), shorten(f.draftName(d), column-5)}).to(column)
	state := f.draftState(d)
	if f.W < 76 {
		return append(l, span{roleOf(on), shorten(state, f.W-column-1)})
	}
	return append(l, span{roleOf(on), pad(f.began(d), 12) + pad(state, 25) + shorten(f.draftVersion(d), f.W-column-38)})
}

// draftVersion says which questions a draft answers.
func (f frame) draftVersion(d desk.Draft) string {
	version := f.T("welcome.version", "v", d.BankVersion)
	if d.Bank.ID != f.Look.bank().Ref().Name() {
		version = f.text(d.Bank.Title)
	}
	if d.Stale {
		version += " *"
	}
	return version
}

// column is the cell where what is known of a draft begins: behind the longest name, as far as all of it has room.
func (w *welcome) column(f frame) int {
	name, rest := 0, 0
	for _, d := range w.listed() {
		beside := width(f.draftState(d))
		if f.W >= 76 {
			beside = 12 + 25 + max(width(f.draftVersion(d)), width(f.T("welcome.questions")))
		}
		name, rest = max(name, width(f.draftName(d))), max(rest, beside)
	}
	return max(sideColumn, min(name+5, f.W-1-rest))
}

// began is the day an assessment was begun; files written by hand may lack it.
func (f frame) began(d desk.Draft) string {
	if d.Started.Year <= 1 {
		return ""
	}
	if f.P.Lang() == i18n.English {
		return d.Started.Time().Format("2 Jan 2006") // the long form leaves no room for the rest
	}
	return f.prep(f.P.Date(d.Started))
}

func (f frame) draftName(d desk.Draft) string {
	if d.Name == "" {
		return f.T("welcome.unnamed")
	}
	return f.prep(oneLine(d.Name))
}

func (f frame) draftState(d desk.Draft) string {
	switch {
	case d.Finished:
		return f.prep(d.Ended(f.P))
	case d.Progress.Of == 0:
		return f.T("state.open")
	}
	return f.T("welcome.percent", "p", strconv.Itoa(100*d.Progress.Answered/d.Progress.Of), "n", d.At, "m", d.Progress.Of)
}

// Keys are the words of the key row.
func (w *welcome) Keys(f frame) []hint {
	out := []hint{enter("do.open"), esc("do.quit"), {op: opLang, key: "l", word: "do.language"}}
	if w.at < len(w.listed()) {
		out = append(out, hint{op: opDelete, key: "key.del", word: "do.delete"})
	}
	return append(out, menuHint)
}
