package wizard

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// Smallest window in which everything fits.
const minWidth, minHeight = 60, 20

// root holds the screens, topmost last, and routes keys to them. Screens announce; what follows is decided in says.go.
type root struct {
	desk  desk.Desk
	work  *work
	stack []screen
	view  view
	note  note
	bar   int // word of the key row with the focus, or noStop
	stop  bool
	put   bool // the last key changed an answer
	end   *ending
	small small
	order desk.Order   // how the report is wanted
	early []tea.KeyMsg // typed before the size of the window was known, and with it what they mean
}

// view is how everything is shown.
type view struct {
	w, h    int
	lang    i18n.Lang
	theme   theme
	depth   termenv.Profile
	ascii   bool
	sized   bool // the size is known
	letters bool // ASCII letters only
	chosen  bool // the language was switched by hand
	advice  bool // what a consultant adds is shown
}

// ending is how the face is left.
type ending struct{ err error }

// Init asks for nothing: the first size comes by itself.
func (r *root) Init() tea.Cmd { return nil }

// Update routes: sizes to the view, keys to the screen on top.
func (r *root) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		r.view.w, r.view.h, r.view.sized = m.Width, m.Height, true
		if m.Width == 0 || m.Height == 0 { // a serial line knows no size; all old terminals have this one
			r.view.w, r.view.h = 80, 24
		}
		for _, k := range r.early {
			r.typed(k)
		}
		r.early = nil
	case tea.KeyMsg:
		if !r.view.sized && m.Type != tea.KeyCtrlC {
			r.early = append(r.early, m)
			break
		}
		r.typed(m)
	}
	if r.end != nil {
		return r, tea.Quit
	}
	return r, nil
}

// typed presses the keys of a message one after the other: what is typed fast arrives together, and each key decides how
// the next is understood. Text for a field stays whole, but in one for numbers, where most letters are commands; so does what
// was pasted. Some terminals' Alt is Esc with the key behind it, and Esc with a key close behind it arrives as Alt: it is both.
func (r *root) typed(m tea.KeyMsg) {
	if r.end != nil {
		return
	}
	if m.Alt && m.Type == tea.KeyRunes && !m.Paste {
		r.press(key{op: opEsc})
		m.Alt = false
		r.typed(m)
		return
	}
	single := func() bool { return !r.capturing() || r.figuring() }
	for m.Type == tea.KeyRunes && !m.Paste && len(m.Runes) > 1 && single() && r.end == nil {
		first, rest := m, m.Runes[1:]
		first.Runes = m.Runes[:1]
		r.press(translate(first, r.capturing()))
		m.Runes = rest
	}
	if r.end == nil {
		r.press(translate(m, r.capturing() || m.Paste && r.bar == noStop && r.figuring()))
	}
}

// capturing says whether letters are text now.
func (r *root) capturing() bool { return r.bar == noStop && !r.tooSmall() && r.top().CapturesText() }

// figuring says whether a field for a number has the focus.
func (r *root) figuring() bool {
	q, ok := r.top().(*question)
	return ok && q.figures(r.frame())
}

func (r *root) top() screen { return r.stack[len(r.stack)-1] }

func (r *root) tooSmall() bool { return r.view.w < minWidth || r.view.h < minHeight }

// press handles one key or one entry of the menu.
func (r *root) press(k key) {
	r.put = false
	switch {
	case k.op == opStop && r.stop:
		r.end = &ending{err: desk.ErrInterrupted}
	case k.op == opStop:
		r.stop = true
	case r.stop:
		r.stop = false
	case k.op == 0:
		r.strange(k)
	case r.tooSmall():
		r.do(r.small.press(k))
	case r.bar != noStop:
		r.pressBar(k)
	default:
		r.note = note{}
		r.do(r.top().Update(r.frame(), k))
	}
	r.advance()
	r.tellMoves()
	r.store()
}

// tellMoves says, at the result, that the stage or the module has become another one than stood there.
func (r *root) tellMoves() {
	s, ok := r.top().(*results)
	if !ok || r.work == nil {
		return
	}
	moves := s.last.Next(r.work.judge(r.desk))
	if len(moves) > 0 && (r.note.key == "" || r.note.key == "msg.return.result") {
		r.note = about("moved.", moves[0])
	}
}

// strange answers a key that means nothing where a question is asked; elsewhere it is passed over.
func (r *root) strange(k key) {
	if q, ok := r.top().(*question); ok && k.text != "" && r.bar == noStop && !r.tooSmall() {
		r.note = q.strange(r.frame())
	}
}

// store saves what changed; the first failure gets a screen of its own.
func (r *root) store() {
	if r.work == nil {
		return
	}
	switch err := r.work.store(); {
	case edited(err):
		r.note = r.failure(err)
	case err != nil:
		r.push(&unsaved{})
	}
}

// do carries out what a screen announced.
func (r *root) do(says []say) {
	for i, s := range says {
		switch {
		case r.end != nil:
			return
		case r.work != nil && r.work.once.old && r.changes(s):
			r.push(newOld(says[i:]))
			return
		}
		s.do(r)
	}
}

// pressBar moves along the words of the key row and runs them.
func (r *root) pressBar(k key) {
	words := r.runnable()
	switch k.op {
	case opLeft:
		r.bar = max(0, r.bar-1)
	case opRight:
		r.bar = min(len(words)-1, r.bar+1)
	case opEnter, opSpace:
		k = key{op: words[min(r.bar, len(words)-1)].op}
		r.bar = noStop
		r.press(k)
	case opTab, opBackTab:
		r.bar = noStop
		if q, ok := r.top().(*question); ok {
			q.arrive(r.frame(), k.op == opBackTab)
		}
	case opUp, opDown:
		r.bar = noStop
	case opLang, opTheme: // nothing but words and colours changes
		pass{k}.do(r)
		r.bar = min(r.bar, len(r.runnable())-1)
	default:
		r.bar = noStop
		r.press(k)
	}
}

// runnable are the words of the key row that stand there and do something.
func (r *root) runnable() []hint {
	f := r.frame()
	var out []hint
	for _, h := range fitHints(f, r.top().Keys(f)) {
		if h.runs() {
			out = append(out, h)
		}
	}
	return out
}

// runs says whether the focus may rest on a word. What Enter does stands there for the screen, not for the row.
func (h hint) runs() bool { return h.op != 0 && h.op != opEnter }

// frame is what screens get to see.
func (r *root) frame() frame {
	f := frame{W: r.view.w, H: r.view.h, P: r.desk.Printer(r.view.lang), Look: look{Desk: r.desk}, Advice: r.view.advice, Away: r.bar != noStop}
	switch r.top().(type) {
	case *question, *noting, *help:
		f.Panel = r.view.w >= panelWindow
	}
	if r.view.ascii {
		f.words = desk.ASCIIWords(r.view.letters)
		f.Style = newStyle(r.view.theme, r.view.depth, desk.ASCIISigns())
	} else {
		f.Style = newStyle(r.view.theme, r.view.depth, nil)
	}
	if w := r.work; w != nil {
		f.Look.Talk = w.iv
		if q, ok := r.stack[max(0, len(r.stack)-2)].(*question); ok {
			f.Look.Below = q.id
		}
		f.Look.Run = run{Path: w.path(), ReadOnly: w.session == nil, Trouble: w.trouble, Shift: w.shift}
		f.Look.Run.Judge = w.judgeWith(r.desk)
		f.Look.Run.Details = func() details { return w.details(r.desk) }
		f.Look.Run.Round, f.Look.Run.Order, f.Look.Run.Reach = w.deep.round, r.order, w.reach
		f.Look.Run.Home = func(id string) (desk.Spot, bool) { return w.jumps.Home(w.iv, id) }
		f.Look.Run.Ahead = func() desk.Ahead { return w.ahead(r.desk) }
		f.Look.Run.Quick = func() *scoring.Result { return w.deep.round.Quick(r.desk, w.iv) }
	}
	return f
}

// push puts a screen on top; one of the same kind further down is what was meant, so everything above it goes.
func (r *root) push(s screen) {
	if res, ok := s.(*results); ok && r.work != nil && !res.file.done {
		res.file = r.work.file // a report stays at hand, whatever was done since
	}
	r.bar = noStop
	for i, old := range r.stack {
		if reflect.TypeOf(old) == reflect.TypeOf(s) && !stacks(s) {
			r.stack = append(r.stack[:i], s)
			return
		}
	}
	r.stack = append(r.stack, s)
}

// pop takes the topmost screen away; the first one stays.
func (r *root) pop() {
	r.bar = noStop
	if len(r.stack) > 1 {
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// replace puts a screen in the place of the topmost one.
func (r *root) replace(s screen) {
	r.bar = noStop
	r.stack[len(r.stack)-1] = s
}

// base cuts the screens back to the welcome screen.
func (r *root) base() { r.stack = r.stack[:1] }

// stacks says whether a screen may stand above another of its kind: a question opened from the result of another.
func stacks(s screen) bool {
	_, ok := s.(*question)
	return ok
}
