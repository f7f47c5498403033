package prompt

import (
	"strings"
	"unicode/utf8"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
)

// shortestWord is how many letters make a word in front of others look like a command in a text field: "gehe 12", but not
// "A and B".
const shortestWord = 4

// answer takes a line as an answer. handled is false when it is none; forward says that the item is done.
func (f *face) answer(it questionnaire.Item, line string) (forward, handled bool, err error) {
	q := it.Question
	now := f.iv.Answer(q)
	switch {
	case strings.HasPrefix(line, "."):
		return false, false, nil
	case line == "":
		return f.empty(it)
	case q.Kind.Family() == questionnaire.OneOf && f.byLabel(q, line) > 0:
		return f.oneOf(q, now, line)
	}
	if forward, handled, err := f.state(it, line); handled || err != nil {
		return forward, handled, err
	}
	switch q.Kind.Family() {
	case questionnaire.OneOf:
		return f.oneOf(q, now, line)
	case questionnaire.Figure:
		return f.figure(q, now, line)
	case questionnaire.AnyOf:
		return f.anyOf(q, now, line)
	case questionnaire.Rows:
		return f.rows(q, now, line)
	case questionnaire.Line:
		switch c, arg := f.command(line); {
		case c != 0 && (arg == "" || all(arg) || c == cmdList):
			return false, false, nil // nobody is called so; who is puts quotation marks around it
		case c != 0 && strings.Index(line, " ") >= shortestWord:
			f.fail(f.p.T("say.text-or-command", "x", echo(line)))
			return false, true, nil
		}
		line = strings.Trim(line, "\"„“”‚‘’")
	}
	return f.text(q, now, line)
}

// empty keeps what was answered and goes on; it leaves an optional detail open, and answers nothing else.
func (f *face) empty(it questionnaire.Item) (forward, handled bool, err error) {
	q := it.Question
	switch {
	case questionnaire.Unconfirmed(q, f.iv.Answer(q)):
		return f.confirmed(q)
	case f.answered(it):
		f.say("line.kept", "at", f.at(q), "v", f.confirm(q, f.iv.Answer(q)))
		return true, true, nil
	case q.Asking.Optional:
		return f.put(q, questionnaire.WithState(f.iv.Answer(q), questionnaire.Skipped))
	}
	f.fail(f.p.T("say.empty"))
	return false, true, nil
}

// put applies an answer, saves it and confirms it.
func (f *face) put(q *questionnaire.Question, a questionnaire.Answer) (forward, handled bool, err error) {
	return f.putWith(q, a, "")
}

// putWith is put with something to add in the line that confirms.
func (f *face) putWith(q *questionnaire.Question, a questionnaire.Answer, more string) (forward, handled bool, err error) {
	at, of := f.at(q), f.iv.Progress(f.iv.Assessment()).Of
	c, done, err := f.change(q, a)
	if err != nil || !done {
		return false, true, err
	}
	f.line(f.p.T(map[bool]string{false: "line.saved", true: "say.taken"}[f.lost], "at", at, "v", f.confirm(q, a)) + more)
	if c.Hidden > 0 {
		f.say("msg.hid", "n", c.Hidden)
	}
	if n := f.iv.Progress(f.iv.Assessment()).Of - of; n > 0 && q.Dimension != "" {
		f.say("say.questions-more", "n", n)
	}
	if m, ok := f.told.blind.Next(f.d, f.iv, q); ok {
		f.say("blind."+m.Code, m.Args...)
	}
	return true, true, nil
}

// noAnswer says that a line is neither an answer nor a command, and what would be one; a command is left for later.
func (f *face) noAnswer(q *questionnaire.Question, line string) (forward, handled bool, err error) {
	if c, _ := f.command(line); c != 0 {
		return false, false, nil
	}
	if list := f.holding(q, line); len(list) > 0 {
		f.say("say.found-in", "n", len(list), "x", echo(line), "list", strings.Join(list, "; "))
		return false, true, nil
	}
	if f.guessed(line, atItem(q)) {
		return false, true, nil
	}
	f.fail(f.p.T("say.no-option", "x", echo(line), "n", len(q.Options), "states", f.statesMean(q)))
	return false, true, nil
}

// statesMean says what w and t mean where they can be typed.
func (f *face) statesMean(q *questionnaire.Question) string {
	states := ""
	if q.Dimension != "" || q.DontKnow() != nil {
		states = f.p.T("say.w-means")
	}
	if q.Asking.NotApplicable || notInAllRows(q) {
		states += f.p.T("say.t-means")
	}
	return states
}

// fewHits is how many options of a long list may hold a word that is looked up.
const fewHits = 4

// holding are the options of a long list that a word stands in, each with its number, where they are few.
func (f *face) holding(q *questionnaire.Question, word string) []string {
	if _, isNumber := number(word); isNumber || len(q.Options) < longList || utf8.RuneCountInString(word) < shortestWord {
		return nil
	}
	var out []string
	for i, o := range q.Options {
		if text := f.p.Text(o.Text); desk.Matches(text, word) {
			out = append(out, f.p.Int(i+1)+", "+strings.TrimRight(text, "."))
		}
	}
	if len(out) > fewHits {
		return nil
	}
	return out
}

func (f *face) oneOf(q *questionnaire.Question, now questionnaire.Answer, line string) (bool, bool, error) {
	n := f.byLabel(q, line)
	if n == 0 {
		n = yesNo(q, line)
	}
	if n == 0 {
		var ok bool
		if n, ok = number(line); !ok {
			n = f.spoken(q, line)
		}
	}
	if n < 1 || n > len(q.Options) {
		return f.noAnswer(q, line)
	}
	return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Option: q.Options[n-1].ID}))
}

// anyOf takes several numbers at once; they replace what was ticked.
func (f *face) anyOf(q *questionnaire.Question, now questionnaire.Answer, line string) (bool, bool, error) {
	var set []string
	for _, part := range split(line) {
		n, ok := number(part)
		if !ok || n < 1 || n > len(q.Options) {
			return f.noAnswer(q, line)
		}
		set = append(set, q.Options[n-1].ID)
	}
	return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Set: ordered(q, set)}))
}

// ordered puts options into the order of the bank, each once.
func ordered(q *questionnaire.Question, set []string) []string {
	var out []string
	for _, o := range q.Options {
		for _, id := range set {
			if id == o.ID {
				out = append(out, id)
				break
			}
		}
	}
	return out
}

func split(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
}

// around is an equals sign with the spaces that people put around it.
var around = pattern.Late(`\s*=\s*`)

// rows takes one value for each row in order, or "row=value" for single ones.
func (f *face) rows(q *questionnaire.Question, now questionnaire.Answer, line string) (bool, bool, error) {
	parts := split(around().ReplaceAllString(line, "="))
	if c, _ := f.command(line); c != 0 && len(parts) > 0 && f.cell(q, q.Rows[0], parts[0]) == "" && !strings.Contains(parts[0], "=") {
		return false, false, nil
	}
	if len(parts) == 1 && len(q.Rows) > 1 && f.cell(q, q.Rows[0], parts[0]) != "" {
		f.fail(f.p.T("say.rows-which", "x", echo(line), "n", len(q.Rows), "row", f.rowName(q.Rows[0])))
		return false, true, nil
	}
	next := now
	for i, part := range parts {
		row, value := i, part
		if left, right, ok := strings.Cut(part, "="); ok {
			n, _ := number(left)
			row, value = n-1, right
		}
		if row < 0 || row >= len(q.Rows) {
			f.fail(f.p.T("say.rows-many", "n", len(q.Rows)))
			return false, true, nil
		}
		cell := f.cell(q, q.Rows[row], value)
		if cell == "" {
			if f.guessed(line, atItem(q)) {
				return false, true, nil
			}
			f.fail(f.p.T("say.rows-value", "n", row+1, "m", len(q.Rows), "row", f.rowName(q.Rows[row]), "x", echo(part), "list", f.cells(q)))
			return false, true, nil
		}
		next = questionnaire.WithRow(next, q.Rows[row].ID, cell)
	}
	_, handled, err := f.put(q, next)
	if questionnaire.Settled(q, f.iv.Answer(q)) == questionnaire.Open {
		for i, r := range q.Rows {
			if f.iv.Answer(q).Value.Rows[r.ID] == "" {
				f.say("say.row-open", "n", i+1, "m", len(q.Rows), "row", f.rowName(r))
			}
		}
		return false, handled, err
	}
	if a := f.iv.Answer(q); questionnaire.Settled(q, a) == questionnaire.Unknown && a.State == questionnaire.Answered {
		f.say("hint.rows.unknown")
	}
	return true, handled, err
}

// cell is a row's value by what was typed, "" when it is none.
func (f *face) cell(q *questionnaire.Question, r questionnaire.Row, s string) string {
	if n, ok := number(s); ok && n >= 1 && n <= len(q.Options) {
		return q.Options[n-1].ID
	}
	switch word := desk.Fold(s); {
	case word == "w":
		return questionnaire.RowUnknown
	case word == "t" && r.NotApplicable:
		return questionnaire.RowNotApplicable
	default:
		for _, o := range q.Options {
			if word == desk.Fold(o.Text.In(i18n.German)) || word == desk.Fold(o.Text.In(i18n.English)) {
				return o.ID
			}
		}
	}
	return ""
}

// text takes a line as it is; only with a dot in front it is a command, for a name may be any word.
func (f *face) text(q *questionnaire.Question, now questionnaire.Answer, line string) (bool, bool, error) {
	return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Text: line}))
}
