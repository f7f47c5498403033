package prompt

import (
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// command is what a line can ask for, besides being an answer. The zero value is none.
type command int

const (
	cmdBack command = iota + 1
	cmdOpen
	cmdGo
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
	cmdSteps
	cmdModule
	cmdFiles
	cmdText
	cmdShow
	cmdLanguage
	cmdWhere
	cmdList
	cmdSwitch
	cmdFinish
	cmdPause
)

// words are the letters and words of both languages; case and umlauts do not matter. The first two of each are listed
// by the command "befehle".
var words = map[command][]string{
	cmdBack:     {"z", "zurueck", "back"},
	cmdOpen:     {"o", "offen", "open", "leave"},
	cmdGo:       {"g", "gehe", "go"},
	cmdTelling:  {"m", "wichtig", "most"},
	cmdReview:   {"a", "antworten", "answers"},
	cmdHelp:     {"h", "hilfe", "help"},
	cmdTerm:     {"begriff", "term"},
	cmdRead:     {"f", "frage", "question", "read"},
	cmdNote:     {"n", "notiz", "note"},
	cmdLater:    {"b", "spaeter", "later"},
	cmdBasis:    {"grundlage", "basis"},
	cmdEvidence: {"nachweis", "proof", "evidence"},
	cmdTarget:   {"ziel", "target"},
	cmdUndo:     {"u", "rueckgaengig", "undo"},
	cmdRedo:     {"r", "wiederholen", "redo"},
	cmdConfirm:  {"bestaetigen", "confirm"},
	cmdResult:   {"e", "ergebnis", "result"},
	cmdWhy:      {"warum", "why"},
	cmdSteps:    {"schritte", "steps"},
	cmdModule:   {"modul", "module"},
	cmdFiles:    {"dateien", "files", "bericht", "report"},
	cmdText:     {"text", "plain"},
	cmdShow:     {"oeffnen", "show"},
	cmdLanguage: {"l", "sprache", "language"},
	cmdWhere:    {"wo", "where"},
	cmdList:     {"befehle", "?", "commands"},
	cmdSwitch:   {"s", "vollbild", "fullscreen"},
	cmdFinish:   {"fertig", "done"},
	cmdPause:    {"p", "pause", "ende", "end", "quit"},
}

// command reads a line as a command with its argument; 0 when it is none. A dot in front is allowed and means nothing
// but "this is a command".
func (f *face) command(line string) (command, string) {
	word, arg, _ := strings.Cut(strings.TrimPrefix(line, "."), " ")
	word = desk.Fold(word)
	for c, ws := range words {
		for _, w := range ws {
			if w == word {
				return c, strings.TrimSpace(arg)
			}
		}
	}
	return 0, ""
}

// list names all commands, one a line.
func (f *face) list() {
	for c := cmdBack; c <= cmdPause; c++ {
		f.say(commandKey[c])
	}
}

var commandKey = map[command]string{
	cmdBack: "cmdline.back", cmdOpen: "cmdline.open", cmdGo: "cmdline.go", cmdTelling: "cmdline.telling", cmdReview: "cmdline.review", cmdHelp: "cmdline.help", cmdTerm: "cmdline.term",
	cmdRead: "cmdline.read", cmdNote: "cmdline.note", cmdLater: "cmdline.later", cmdBasis: "cmdline.basis", cmdEvidence: "cmdline.evidence", cmdTarget: "cmdline.target", cmdUndo: "cmdline.undo", cmdRedo: "cmdline.redo", cmdConfirm: "cmdline.confirm", cmdResult: "cmdline.result",
	cmdWhy: "cmdline.why", cmdSteps: "cmdline.steps", cmdModule: "cmdline.module", cmdFiles: "cmdline.files", cmdText: "cmdline.text", cmdShow: "cmdline.show", cmdLanguage: "cmdline.language",
	cmdWhere: "cmdline.where", cmdList: "cmdline.list", cmdSwitch: "cmdline.switch", cmdFinish: "cmdline.finish", cmdPause: "cmdline.pause",
}
