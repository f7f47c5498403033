package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// inOrder wants texts one after the other.
func inOrder(t *testing.T, said string, want ...string) {
	t.Helper()
	rest := said
	for at, text := range want {
		i := strings.Index(rest, text)
		if i < 0 {
			t.Fatalf("no %q (%d) in its place:\n%s", text, at, said)
		}
		rest = rest[i+len(text):]
	}
}

// A menu obeys what makes sense without a question, and is read again in the language it was switched to.
func TestCommandsAtAMenu(t *testing.T) {
	said, _, err := talk(shipped(t), desk.Start{}, "l", "read", "l", "befehle alles", "begriff", "begriff alles", "begriff medienbruch", "z", "warum", "99", "ende")
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "1: Kurzer Weg", "Language: English.", "1: Quick path", "Your choice, 1 to 5:", "1: Quick path", "1: Kurzer Weg",
		"begriff Sicherung", "befehle, ?: ", "Begriffe, von Anfrage bis ", "Begriffe: Anfrage, Angebot, ", "Medienbruch: ", "Fehler: Davor kommt nichts.", "Fehler: „warum“ braucht eine Frage", "Fehler: „99“ gibt es hier nicht")
}

// Behind the result every command works that needs no question: undo too, which says what became of the stage.
func TestCommandsAfterTheResult(t *testing.T) {
	d := shipped(t)
	a := *d.Bank().Case("metallbau-35").Assessment
	lines := script(d, &a)
	lines = append(lines[:len(lines)-1], "u", "wo", "r", "begriff medienbruch", "befehle alles", "", "l", "l", "hilfe", "grundlage 2", "unsinn", "ende")
	said, _, err := talk(d, desk.Start{Path: a.Path}, lines...)
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "Weiter mit: ", "Zurückgenommen: ", "Nach der letzten Frage.", "Wiederhergestellt: ", "Stufe 2 von 5", "Medienbruch: ",
		"u, rückgängig: ", "Weiter mit: ", "Language: English.", "Go on with: ", "Weiter mit: ", "Weiter mit: ", "Fehler: „grundlage 2“ braucht eine Frage", "Fehler: „unsinn“ gibt es hier nicht", "Weiter mit: ")
}

// From what is offered behind the last question, "back" leads to that question, and the offer comes again.
func TestBackFromAnOffer(t *testing.T) {
	d := shipped(t)
	a := *d.Bank().Case("metallbau-35").Assessment
	a.Path = questionnaire.Quick
	const asked = 9 + 14 // details and questions
	said, _, err := talk(d, desk.Start{Path: questionnaire.Quick}, append(script(d, &a)[:asked], "z", "", "ende")...)
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "Ihre Wahl, 1 bis ", "Frage 14 von 14", "Frage 14 behalten: ", "Ihre Wahl, 1 bis ")
}
