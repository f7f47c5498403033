package prompt

import (
	"slices"
	"strings"
	"unicode/utf8"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// command is what a line can ask for, besides being an answer. The zero value is none.
type command int

const (
	cmdBack command = iota + 1
	cmdOpen
	cmdGo
	cmdSearch
	cmdTelling
	cmdReview
	cmdHelp
	cmdTerm
	cmdRead
	cmdNote
	cmdLater
	cmdBasis
	cmdEvidence
	cmdTarget
	cmdUndo
	cmdRedo
	cmdConfirm
	cmdResult
	cmdWhy
	cmdAreas
	cmdSteps
	cmdModule
	cmdFiles
	cmdText
	cmdFormat
	cmdFor
	cmdShow
	cmdLanguage
	cmdWhere
	cmdList
	cmdSwitch
	cmdFinish
	cmdNext
	cmdDeeper
	cmdFunding
	cmdPause
)

// words are what a command goes by, in both languages; case and umlauts do not matter. The first is its word in German, the
// second that in English; letters and other words follow.
var words = map[command][]string{
	cmdBack:     {"zurück", "back", "z"},
	cmdOpen:     {"offen", "open", "o", "leave", "skip", "überspringen"},
	cmdGo:       {"gehe", "go", "g"},
	cmdSearch:   {"suche", "search", "suchen", "find"},
	cmdTelling:  {"wichtig", "most", "m"},
	cmdReview:   {"antworten", "answers", "a"},
	cmdHelp:     {"hilfe", "help", "h"},
	cmdTerm:     {"begriff", "term", "k"},
	cmdRead:     {"frage", "question", "f", "read", "wiederholen", "repeat", "nochmal", "nochmals", "again"},
	cmdNote:     {"notiz", "note", "n"},
	cmdLater:    {"später", "later", "b"},
	cmdBasis:    {"grundlage", "basis"},
	cmdEvidence: {"nachweis", "proof", "evidence", "beleg"},
	cmdTarget:   {"ziel", "target"},
	cmdUndo:     {"rückgängig", "undo", "u"},
	cmdRedo:     {"wiederherstellen", "redo", "r"},
	cmdConfirm:  {"bestätigen", "confirm"},
	cmdResult:   {"ergebnis", "result", "e"},
	cmdWhy:      {"warum", "why"},
	cmdAreas:    {"bereiche", "areas"},
	cmdSteps:    {"schritte", "steps"},
	cmdModule:   {"modul", "module", "geld", "zuschuss", "money", "grant"},
	cmdFiles:    {"bericht", "report", "dateien", "files"},
	cmdText:     {"text", "text", "plain"},
	cmdFormat:   {"format", "format", "formate", "formats"},
	cmdFor:      {"für", "for", "empfänger", "audience"},
	cmdShow:     {"öffnen", "show"},
	cmdLanguage: {"sprache", "language", "l"},
	cmdWhere:    {"wo", "where"},
	cmdList:     {"befehle", "commands", "?"},
	cmdSwitch:   {"vollbild", "fullscreen"},
	cmdFinish:   {"fertig", "done"},
	cmdPause:    {"pause", "pause", "p", "ende", "end", "quit", "exit", "beenden"},
	cmdNext:     {"weiter", "next", "weitermachen", "continue"},
	cmdDeeper:   {"vertiefen", "deeper", "mehr", "more"},
	cmdFunding:  {"förderung", "funding"},
}

// word is what a command is called in the language of the moment.
func (f *face) word(c command) string {
	if f.p.Lang() == i18n.German {
		return words[c][0]
	}
	return words[c][1]
}

// command reads a line as a command with its argument; 0 when it is none. A dot in front is allowed and means nothing
// but "this is a command".
func (f *face) command(line string) (command, string) {
	line = strings.TrimPrefix(line, ".")
	for _, ask := range []string{"was ist ", "was bedeutet ", "what is "} {
		if len(line) > len(ask) && strings.EqualFold(line[:len(ask)], ask) {
			return cmdTerm, strings.TrimRight(line[len(ask):], "? ")
		}
	}
	word, arg, _ := strings.Cut(line, " ")
	word = desk.Fold(word)
	for c, ws := range words {
		for _, w := range ws {
			if desk.Fold(w) == word {
				return c, strings.TrimSpace(arg)
			}
		}
	}
	return 0, ""
}

// shortestGuess is how many letters a word has that may have been mistyped.
const shortestGuess = 3

// guessed names the command of this place that a line is nearly, for whoever mistyped it; false where there is none. It
// leaves it at that: nothing is done that nobody asked for.
func (f *face) guessed(line string, here func(command) bool) bool {
	if c, _ := f.command(line); c != 0 {
		return false // known, only not here
	}
	typed, _, _ := strings.Cut(strings.TrimPrefix(line, "."), " ")
	var known []string
	spelled := map[string]string{}
	add := func(all ...string) {
		for _, w := range all {
			if utf8.RuneCountInString(w) >= shortestGuess {
				known = append(known, desk.Fold(w))
				spelled[desk.Fold(w)] = w
			}
		}
	}
	var works []command
	for c := cmdBack; c <= cmdPause; c++ {
		if here(c) && f.has(c) {
			works = append(works, c)
			add(f.word(c)) // of words equally near, one's own language goes first
		}
	}
	for _, c := range works {
		add(words[c]...)
	}
	near := spelled[source.Nearest(desk.Fold(typed), known)]
	if near == "" {
		return false
	}
	f.fail(f.p.T("say.meant", "x", echo(line), "near", near))
	return true
}

// Commands that need something: a question, a question that counts, an assessment, its result.
var (
	ofQuestions = []command{cmdNote, cmdLater, cmdBasis, cmdEvidence, cmdTarget, cmdConfirm, cmdFinish, cmdNext}
	ofScoring   = []command{cmdBasis, cmdEvidence, cmdTarget}
	ofResults   = []command{cmdFiles, cmdText, cmdFormat, cmdFor, cmdShow}
	ofMenus     = []command{cmdTerm, cmdRead, cmdLanguage, cmdList, cmdSwitch, cmdPause}
	ofWork      = []command{cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule}
)

// groups are the commands as they are listed by their words alone.
var groups = []struct {
	key string
	of  []command
}{
	{"say.cmds-moves", []command{cmdNext, cmdBack, cmdOpen, cmdGo, cmdSearch, cmdTelling, cmdReview, cmdDeeper, cmdFunding, cmdFinish}},
	{"say.cmds-here", []command{cmdHelp, cmdRead, cmdTerm, cmdNote, cmdLater, cmdBasis, cmdEvidence, cmdTarget, cmdConfirm, cmdUndo, cmdRedo}},
	{"say.cmds-result", []command{cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule, cmdFiles, cmdText, cmdShow, cmdFormat, cmdFor}},
	{"say.cmds-else", []command{cmdWhere, cmdLanguage, cmdSwitch, cmdList, cmdPause}},
}

// list names the commands that work here by their words, or with what they do: one that is asked for, or all.
func (f *face) list(arg string, here func(command) bool) {
	works := func(c command) bool { return here(c) && f.has(c) }
	switch c, _ := f.command(arg); {
	case all(arg):
		for c := cmdBack; c <= cmdPause; c++ {
			if works(c) {
				f.say(commandKey[c])
			}
		}
		return
	case c != 0:
		f.say(commandKey[c])
		return
	case arg != "":
		if !f.guessed(arg, here) {
			f.fail(f.p.T("say.no-command", "x", echo(arg)))
		}
		return
	}
	for _, g := range groups {
		var names []string
		for _, c := range g.of {
			if works(c) {
				names = append(names, f.word(c))
			}
		}
		if len(names) > 0 {
			f.say(g.key, "list", strings.Join(names, ", "))
		}
	}
	f.say("say.cmds-how", "x", f.word(cmdPause))
}

// has says whether there is what a command is for: measures and modules in the bank, a screen.
func (f *face) has(c command) bool {
	switch c {
	case cmdSteps:
		return f.d.Bank().HasMeasures()
	case cmdModule:
		return len(f.d.Bank().Modules) > 0
	case cmdSwitch:
		return f.io.Screen
	}
	return true
}

// atItem says whether a command works at an item.
func atItem(q *questionnaire.Question) func(command) bool {
	return func(c command) bool {
		return !slices.Contains(ofResults, c) && (q.Dimension != "" || !slices.Contains(ofScoring, c))
	}
}

// behind says whether a command works behind the result.
func behind(c command) bool { return !slices.Contains(ofQuestions, c) }

// choosing says whether a command works at a menu with these choices.
func (f *face) choosing(c command, o offer) bool {
	all := o()
	out := all[len(all)-1] == f.p.T("do.back")
	switch c {
	case cmdBack:
		return out || f.iv != nil
	case cmdUndo, cmdRedo:
		return !out && f.iv != nil
	}
	return slices.Contains(ofMenus, c) || f.iv != nil && slices.Contains(ofWork, c)
}

var commandKey = map[command]string{
	cmdBack: "cmdline.back", cmdOpen: "cmdline.open", cmdGo: "cmdline.go", cmdSearch: "cmdline.search", cmdTelling: "cmdline.telling", cmdReview: "cmdline.review", cmdHelp: "cmdline.help", cmdTerm: "cmdline.term",
	cmdRead: "cmdline.read", cmdNote: "cmdline.note", cmdLater: "cmdline.later", cmdBasis: "cmdline.basis", cmdEvidence: "cmdline.evidence", cmdTarget: "cmdline.target", cmdUndo: "cmdline.undo", cmdRedo: "cmdline.redo", cmdConfirm: "cmdline.confirm", cmdResult: "cmdline.result",
	cmdWhy: "cmdline.why", cmdAreas: "cmdline.areas", cmdSteps: "cmdline.steps", cmdModule: "cmdline.module", cmdFiles: "cmdline.files", cmdText: "cmdline.text", cmdFormat: "cmdline.format", cmdFor: "cmdline.for", cmdShow: "cmdline.show", cmdLanguage: "cmdline.language",
	cmdWhere: "cmdline.where", cmdList: "cmdline.list", cmdSwitch: "cmdline.switch", cmdFinish: "cmdline.finish", cmdNext: "cmdline.next", cmdDeeper: "cmdline.deeper", cmdFunding: "cmdline.funding", cmdPause: "cmdline.pause",
}
