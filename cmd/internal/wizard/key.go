package wizard

import (
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
)

// op is what a key asks for. The zero value is nothing.
type op int

const (
	opUp op = iota + 1
	opDown
	opLeft
	opRight
	opEnter
	opSpace
	opTab
	opBackTab
	opPageUp
	opPageDown
	opHome
	opEnd
	opEsc
	opBackspace
	opDelete
	opCutRow  // what stands before the cursor in its row
	opCutWord // the word before the cursor
	opText    // digits and #; every printable key while a text field has the focus; pasted text
	opHelp
	opNote
	opUnknown
	opNotApplicable
	opUndo
	opRedo
	opJump
	opReview
	opTelling
	opGlossary
	opResult
	opLang
	opTheme
	opView
	opLine
	opPause
	opSkip
	opLater
	opOnward
	opNoteBefore // the note of the question before; without the view for advisers, as opNote
	opMenu
	opStop
)

// key is one key pressed, or one entry of the menu run.
type key struct {
	op     op
	text   string // as typed; "" for keys that are no sign
	pasted bool
}

// Ctrl+J is Enter as a terminal sends it before the program has taken it over.
var plainKeys = map[tea.KeyType]op{
	tea.KeyUp: opUp, tea.KeyDown: opDown, tea.KeyLeft: opLeft, tea.KeyRight: opRight, tea.KeyEnter: opEnter,
	tea.KeySpace: opSpace, tea.KeyTab: opTab, tea.KeyShiftTab: opBackTab, tea.KeyPgUp: opPageUp, tea.KeyPgDown: opPageDown,
	tea.KeyHome: opHome, tea.KeyEnd: opEnd, tea.KeyEsc: opEsc, tea.KeyBackspace: opBackspace, tea.KeyCtrlH: opBackspace, tea.KeyDelete: opDelete,
	tea.KeyCtrlA: opHome, tea.KeyCtrlE: opEnd, tea.KeyCtrlU: opCutRow, tea.KeyCtrlW: opCutWord,
	tea.KeyCtrlJ: opEnter, tea.KeyF1: opHelp, tea.KeyCtrlZ: opUndo, tea.KeyCtrlY: opRedo, tea.KeyCtrlC: opStop,
}

// letters are the keys that are the same in both faces and both languages.
var letters = map[rune]op{
	'h': opHelp, 'n': opNote, 'w': opUnknown, 't': opNotApplicable, 'u': opUndo, 'r': opRedo, 'g': opJump, 'a': opReview, 'm': opTelling, 'k': opGlossary,
	'e': opResult, 'l': opLang, 'd': opTheme, 'v': opView, 's': opLine, 'p': opPause, 'o': opSkip, 'z': opEsc, 'b': opLater, '?': opMenu, '+': opOnward,
}

// translate says what a key asks for; while a text field captures, letters are text.
func translate(m tea.KeyMsg, capturing bool) key {
	if m.Type == tea.KeySpace && capturing {
		return key{op: opText, text: " "}
	}
	if m.Type != tea.KeyRunes {
		return key{op: plainKeys[m.Type]}
	}
	text := oneLineOrBreaks(string(m.Runes))
	switch {
	case m.Alt:
		return key{}
	case capturing:
		return key{op: opText, text: text, pasted: m.Paste}
	case m.Paste || len(m.Runes) != 1:
		return key{} // pasted text belongs into text fields only
	}
	r := m.Runes[0]
	if r >= '0' && r <= '9' || r == '#' {
		return key{op: opText, text: text}
	}
	return meaning(r)
}

// meaning is what a letter or sign asks for where it is no text.
func meaning(r rune) key {
	switch r {
	case ' ':
		return key{op: opSpace}
	case 'N':
		return key{op: opNoteBefore}
	}
	return key{op: letters[unicode.ToLower(r)], text: string(r)}
}

// oneLineOrBreaks cleans typed and pasted text; line breaks of any system become one.
func oneLineOrBreaks(s string) string {
	out := make([]rune, 0, len(s))
	for i, r := range s {
		if r == '\r' {
			if i+1 < len(s) && s[i+1] == '\n' {
				continue
			}
			r = '\n'
		}
		out = append(out, r)
	}
	return clean(string(out))
}

// digit is the number a key stands for, or -1.
func (k key) digit() int {
	if k.op == opText && len(k.text) == 1 && k.text[0] >= '0' && k.text[0] <= '9' {
		return int(k.text[0] - '0')
	}
	return -1
}
