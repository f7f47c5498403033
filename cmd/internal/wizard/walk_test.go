package wizard

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Two people answer the same: one in the wizard, one in line mode. After every step both stand at the same question,
// and both files hold the same, to the byte. What they do is drawn, of everything there is to do.

// walk is the two at work.
type walk struct {
	t    *testing.T
	rnd  *rand.Rand
	w    *driver
	l    *liner
	did  []string
	seen map[string]bool
	n    int
}

func (w *walk) here() string {
	s, ok := w.w.r.top().(*question)
	if !ok {
		return ""
	}
	return s.id
}

func (w *walk) note(f string, args ...any) { w.did = append(w.did, fmt.Sprintf(f, args...)) }

func (w *walk) fail(why string) {
	w.t.Helper()
	said := w.l.said.String()
	w.t.Fatalf("%s\nafter %s\n%s\n%s", why, strings.Join(w.did[max(0, len(w.did)-15):], " | "), w.w.see(), said[max(0, len(said)-900):])
}

// compare holds that both stand at the same place and hold the same.
func (w *walk) compare() {
	w.t.Helper()
	b := w.w.d.Bank()
	bare := func(a *questionnaire.Assessment) []byte {
		x := *a
		x.Position = ""
		return questionnaire.Encode(b, &x)
	}
	x, y := w.w.d.Last().Assessment(), w.l.d.Last().Assessment()
	if p, q := bare(x), bare(y); !bytes.Equal(p, q) {
		w.fail(fmt.Sprintf("not the same, wizard:\n%s\nline mode:\n%s", apart(p, q), apart(q, p)))
	}
	if at, said := w.here(), w.l.at(); at != said {
		w.fail(fmt.Sprintf("the wizard is at %q, line mode at %q", at, said))
	}
}

// results holds that the file gives what both show.
func (w *walk) results() {
	w.t.Helper()
	b := w.w.d.Bank()
	var d source.Diagnostics
	file := questionnaire.Decode("walk", questionnaire.Encode(b, w.l.d.Last().Assessment()), b, &d)
	if file == nil {
		w.fail(fmt.Sprint("the file cannot be read: ", d.All()))
	}
	own, _ := w.w.r.work.judge(w.w.r.desk)
	r := scoring.Evaluate(b, file)
	if own.Stage != r.Stage || !same(own.Total, r.Total) {
		w.fail(fmt.Sprintf("the wizard shows %v %v, the file gives %v %v", own.Stage, own.Total, r.Stage, r.Total))
	}
}

// step does one thing in both faces.
func (w *walk) step() {
	id := w.here()
	it, ok := w.w.r.work.iv.Visible(id)
	if !ok {
		w.astray()
		return
	}
	q := it.Question
	acts := []func(*questionnaire.Question) bool{
		w.reply, w.reply, w.reply, w.reply, w.unknown, w.notApplicable, w.skip, w.comment, w.uncomment, w.proof, w.basis, w.target,
		w.flag, w.undo, w.undo, w.redo, w.back, w.back, w.jump, w.speak, w.telling, w.keep, w.keep, w.confirm,
		w.onward,
	}
	for !acts[w.rnd.IntN(len(acts))](q) {
		continue
	}
	if w.here() == "" {
		w.astray()
		return
	}
	w.compare()
}

// astray brings both to the same question, from where the wizard shows something else.
func (w *walk) astray() {
	if _, offered := w.w.r.top().(*review); !offered {
		w.l.passUnconfirmed()
	}
	switch s := w.w.r.top().(type) {
	case *review: // line mode asks whether to go to what is open
		if s.filter == filterCarried {
			w.confirmRest()
			break
		}
		w.note("back from the open ones") // which line mode asks one after the other, the wizard in a list
		w.w.press("esc")
		w.l.typeIn(".z")
	case *deeper:
		w.deepen()
	case *funding:
		w.note("funding")
		w.w.press("enter")
		w.l.typeIn("1")
	case *results:
		w.l.toResult()
		if w.rnd.IntN(2) == 0 {
			w.note("back from the result")
			for range 3 { // the screens passed on the way to the result lie between, and the choices that line mode has not
				switch _, choices := w.w.r.top().(*finished); {
				case choices:
					w.w.r.do([]say{leave{}})
				case w.here() == "":
					w.w.press("esc")
				}
			}
			w.l.typeIn(".z")
			break
		}
		items := w.w.r.work.iv.Numbered(w.w.r.work.iv.Assessment())
		n := w.rnd.IntN(len(items))
		w.note("from the result to %d", n+1)
		leap{items[n].Question.ID}.do(w.w.r)
		w.l.typeIn(fmt.Sprintf(".gehe Frage %d", n+1))
	default: // the question went away, or before the first one lies the welcome screen
		items := w.w.r.work.iv.Numbered(w.w.r.work.iv.Assessment())
		w.w.r.jump(items[0].Question.ID, true)
		w.l.typeIn(".gehe Frage 1")
	}
	if w.here() == "" {
		w.astray()
		return
	}
	w.compare()
}

// deepen takes one of the ways on from the end of the quick path.
func (w *walk) deepen() {
	f := w.w.r.frame()
	narrowing := len(f.narrowing(button))
	_, rest := f.remaining()
	switch {
	case narrowing > 0 && w.rnd.IntN(3) > 0:
		w.note("deeper")
		w.seen["deeper"] = true
		w.w.r.do([]say{narrow{}})
		w.l.typeIn("2")
	case rest > 0 && w.rnd.IntN(2) > 0:
		w.note("all questions")
		w.seen["full"] = true
		w.w.r.do([]say{deepen{}})
		w.l.typeIn(strconv.Itoa(2 + narrowing))
	default:
		w.note("result")
		w.w.r.do([]say{result{}})
		w.l.typeIn("1")
	}
	w.w.r.store()
}

// point puts the wizard's pointer on a stop.
func (w *walk) point(fits func(stop) bool) bool {
	s := w.w.r.top().(*question)
	in, _, _ := s.ask(w.w.r.frame())
	if at := in.find(fits); at >= 0 {
		s.at = at
		return true
	}
	return false
}

func (w *walk) press(ops ...op) {
	for _, o := range ops {
		w.w.r.press(key{op: o})
	}
}

// reply gives a drawn answer.
func (w *walk) reply(q *questionnaire.Question) bool {
	w.seen[q.Kind.String()] = true
	option := func() questionnaire.Option { return q.Options[w.rnd.IntN(len(q.Options))] }
	onto := func(kind stopKind, id string) {
		w.point(func(st stop) bool { return st.kind == kind && (id == "" || st.id == id) })
	}
	switch q.Kind.Family() {
	case questionnaire.OneOf:
		o := option()
		w.note("%s = %s", q.ID, o.ID)
		onto(stopOption, o.ID)
		w.press(opEnter)
		w.l.typeIn(strconv.Itoa(q.Number(o.ID)))
	case questionnaire.Figure:
		if len(q.Options) > 0 && w.rnd.IntN(2) == 0 {
			o := option()
			w.note("%s = #%s", q.ID, o.ID)
			onto(stopOption, o.ID)
			w.press(opEnter)
			w.l.typeIn("#" + strconv.Itoa(q.Number(o.ID)))
			break
		}
		low, high := whole(q.Range.Low), whole(q.Range.High)
		x := strconv.FormatInt(low+w.rnd.Int64N(high-low+1), 10)
		w.note("%s = %s", q.ID, x)
		s := w.w.r.top().(*question)
		in, fl, _ := s.ask(w.w.r.frame())
		s.at = 0
		fl.begin(in)
		s.at, s.input.fresh = 0, true
		w.w.press(x, "enter")
		w.l.typeIn(x)
	case questionnaire.AnyOf:
		o := option()
		next, _ := questionnaire.Ticked(q, w.w.answer(q.ID), o.ID)
		if len(next.Value.Set) == 0 {
			return false // line mode replaces ticks; taking the last one away is leaving open
		}
		w.note("%s ticks %s", q.ID, o.ID)
		onto(stopOption, o.ID)
		w.press(opSpace)
		onto(stopNext, "")
		w.press(opEnter)
		var all []string
		for _, id := range next.Value.Set {
			all = append(all, strconv.Itoa(q.Number(id)))
		}
		w.l.typeIn(strings.Join(all, " "))
	case questionnaire.Rows:
		w.row(q)
	case questionnaire.Line:
		w.n++
		text := fmt.Sprintf("Kessler %d", w.n)
		w.note("%s = %s", q.ID, text)
		onto(stopInput, "")
		s := w.w.r.top().(*question)
		for range s.input.text {
			w.press(opBackspace)
		}
		w.w.press(text, "enter")
		w.l.typeIn(text)
	}
	return true
}

func whole(r *big.Rat) int64 { return new(big.Int).Quo(r.Num(), r.Denom()).Int64() }

// row gives one row of a grid, and goes on where that was the last one.
func (w *walk) row(q *questionnaire.Question) {
	i := w.rnd.IntN(len(q.Rows))
	r := q.Rows[i]
	words := []string{"w"}
	if r.NotApplicable {
		words = append(words, "t")
	}
	for n := range q.Options {
		words = append(words, strconv.Itoa(n+1))
	}
	word := words[w.rnd.IntN(len(words))]
	w.note("%s row %d = %s", q.ID, i+1, word)
	w.point(func(st stop) bool { return st.kind == stopRow && st.id == r.ID })
	w.w.press(word)
	if questionnaire.Settled(q, w.w.answer(q.ID)) != questionnaire.Open {
		w.point(func(st stop) bool { return st.kind == stopNext })
		w.press(opEnter)
	}
	w.l.typeIn(fmt.Sprintf("%d=%s", i+1, word))
}

// state marks a question as not known or not applicable, where that is offered.
func (w *walk) state(q *questionnaire.Question, kind stopKind, word string) bool {
	if q.Dimension == "" || !w.point(func(st stop) bool { return st.kind == kind }) {
		return false
	}
	if a := w.w.answer(q.ID); q.Kind.Family() == questionnaire.AnyOf && (a.State == questionnaire.Unknown || a.State == questionnaire.NotApplicable) {
		return false // there the wizard's key takes the mark away again
	}
	w.note("%s %s", q.ID, word)
	w.seen[word] = true
	w.press(opEnter)
	if w.here() == q.ID { // ticks wait for the button
		w.point(func(st stop) bool { return st.kind == stopNext })
		w.press(opEnter)
	}
	w.l.typeIn(word)
	return true
}

func (w *walk) unknown(q *questionnaire.Question) bool { return w.state(q, stopUnknown, "w") }

func (w *walk) notApplicable(q *questionnaire.Question) bool {
	return w.state(q, stopNotApplicable, "t")
}

func (w *walk) skip(q *questionnaire.Question) bool {
	w.note("%s left open", q.ID)
	w.seen["skip"] = true
	w.press(opSkip)
	w.l.typeIn(".o")
	return true
}

// texts that are added to a question: the screen is opened, the text typed, the screen left.
func (w *walk) comment(q *questionnaire.Question) bool {
	w.n++
	text := fmt.Sprintf("Zettel %d", w.n)
	w.note("%s note", q.ID)
	a := w.w.answer(q.ID)
	w.w.r.do([]say{open{newNote(q, a)}})
	if a.Note != "" {
		w.w.press(" ")
	}
	w.w.press(text, "esc")
	w.l.typeIn(".notiz " + text)
	w.seen["note"] = true
	return true
}

func (w *walk) uncomment(q *questionnaire.Question) bool {
	if w.w.answer(q.ID).Note == "" {
		return false
	}
	w.note("%s no note", q.ID)
	w.w.r.do([]say{open{newNote(q, w.w.answer(q.ID))}})
	w.w.press("tab", "down", "down", "enter", "esc")
	w.l.typeIn(".notiz löschen")
	return true
}

// advise chooses a number of what advisers add.
func (w *walk) advise(q *questionnaire.Question, kind stopKind, command string, choices []string, now string, number func(string) int) bool {
	if q.Dimension == "" || len(choices) == 0 {
		return false
	}
	n := w.rnd.IntN(len(choices) + 1)
	if n > 0 && choices[n-1] == now {
		return false // the wizard's digit takes away what stands already
	}
	if n > 0 {
		n = number(choices[n-1])
	}
	w.note("%s %s %d", q.ID, command, n)
	w.w.r.view.advice = true
	w.point(func(st stop) bool { return st.kind == kind })
	w.w.press(strconv.Itoa(n))
	w.w.r.view.advice = false
	w.point(func(st stop) bool { return st.kind == stopOption || st.kind == stopRow })
	w.l.typeIn("." + command + " " + strconv.Itoa(n))
	w.seen[command] = true
	return true
}

func (w *walk) target(q *questionnaire.Question) bool {
	return w.advise(q, stopTarget, "ziel", q.Goals(w.w.answer(q.ID)), w.w.answer(q.ID).Target, q.Number)
}

// both presses a key in the wizard and types a line in line mode.
func (w *walk) both(name string, key op, line string) bool {
	w.note("%s", name)
	w.press(key)
	w.l.typeIn(line)
	w.seen[name] = true
	return true
}

func (w *walk) flag(*questionnaire.Question) bool {
	return w.both("later", opLater, ".b")
}

func (w *walk) undo(*questionnaire.Question) bool {
	return w.both("undo", opUndo, ".u")
}

func (w *walk) redo(*questionnaire.Question) bool {
	return w.both("redo", opRedo, ".r")
}

func (w *walk) back(q *questionnaire.Question) bool {
	if it := w.w.r.work.iv.Items(w.w.r.work.iv.Assessment())[0]; it.Question.ID == q.ID {
		return false // before it lies the welcome screen, which line mode does not have
	}
	w.note("back")
	w.l.typeIn(".z")
	w.w.press("esc")
	w.seen["back"] = true
	return true
}

func (w *walk) jump(*questionnaire.Question) bool {
	items := w.w.r.work.iv.Numbered(w.w.r.work.iv.Assessment())
	n := w.rnd.IntN(len(items))
	w.note("go to %d", n+1)
	leap{items[n].Question.ID}.do(w.w.r)
	w.l.typeIn(fmt.Sprintf(".gehe Frage %d", n+1))
	w.seen["jump"] = true
	return true
}

// onward goes on from an answered question in order, also after a jump.
func (w *walk) onward(q *questionnaire.Question) bool {
	if questionnaire.Settled(q, w.w.answer(q.ID)) == questionnaire.Open {
		return false
	}
	return w.both("onward", opOnward, ".weiter")
}

func (w *walk) speak(*questionnaire.Question) bool {
	return w.both("language", opLang, ".l")
}

func (w *walk) telling(*questionnaire.Question) bool {
	w.note("most telling")
	w.press(opTelling)
	w.l.typeIn(".m")
	if _, ok := w.w.r.top().(*deeper); ok {
		w.w.press("esc") // nothing more to ask: line mode says so and stays
	}
	w.seen["telling"] = true
	return true
}

// TestWalksAgree draws walks over the two fixture banks, which between them have every kind of question.
func TestWalksAgree(t *testing.T) {
	walks, steps := 12, 120
	// the second bank has rules whose ends have to be searched for, which takes a third of a second each time
	sizes := map[string][2]int{"bank": {walks, steps}, "allbank": {3, 60}}
	if s := os.Getenv("KOMPASS_WALKS"); s != "" {
		walks, _ = strconv.Atoi(s)
		sizes = map[string][2]int{"bank": {walks, steps}, "allbank": {walks / 4, steps}}
	}
	seen := map[string]bool{}
	for _, name := range []string{"bank", "allbank"} {
		b := desktest.Bank(t, os.DirFS("../../../questionnaire/testdata/"+name))
		stock := desktest.New(t, dataFiles, b, &offer.Catalogue{})
		for i := range sizes[name][0] {
			path := []questionnaire.Path{questionnaire.Quick, questionnaire.Full}[i%2]
			if name == "allbank" {
				path = questionnaire.Full
			}
			t.Run(fmt.Sprintf("%s %d", name, i), func(t *testing.T) {
				w := &walk{t: t, rnd: rand.New(rand.NewPCG(uint64(i), 7)), seen: seen}
				begin := func(d *desktest.Desk) (*desktest.Desk, desk.Start) {
					if name == "bank" && i%3 == 2 { // every third begins with the answers of an earlier assessment
						return d, template(t, d, path)
					}
					return d, desk.Start{Path: path, Lang: i18n.German}
				}
				d, start := begin(stock.Fresh())
				w.w = drive(t, d, start)
				w.l = newLiner(begin(stock.Fresh()))
				for range sizes[name][1] {
					w.step()
				}
				w.results()
				if err := w.l.end(); err != nil && !errors.Is(err, desk.ErrInterrupted) {
					t.Error(err)
				}
			})
		}
	}
	for _, what := range []string{"ladder", "choice", "number", "share", "money", "multi", "grid", "text", "w", "t", "skip", "note", "evidence", "grundlage", "ziel", "later",
		"undo", "back", "jump", "language", "telling", "deeper", "full", "keep", "area", "all", "onward"} {
		if !seen[what] && !t.Failed() {
			t.Errorf("%s never happened", what)
		}
	}
}
