package wizard

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// atFiles drives to the pane with the files.
func atFiles(t *testing.T) *driver {
	t.Helper()
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	return drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "e", "down", "enter", "5").shows("Bericht schreiben (PDF, für: alle)", "Für wen? (jetzt: alle)")
}

func (d *driver) written() string {
	var all []string
	for _, w := range d.d.Reports {
		for _, x := range w.Files {
			all = append(all, string(x.Format))
		}
		all = append(all, fmt.Sprint(len(w.Told)))
	}
	return fmt.Sprint(all)
}

// Whoever chooses nothing gets one PDF in which nothing is left out.
func TestTheReportAsUsual(t *testing.T) {
	d := atFiles(t).press("enter").shows("Bericht geschrieben, 8 Seiten.")
	if got := d.written(); got != "[pdf 0]" {
		t.Errorf("written %s", got)
	}
}

// Formats are ticked with arrows and Enter; one stays; the choice holds for the next report, also in another folder.
func TestFormatsOfTheReport(t *testing.T) {
	d := atFiles(t).press("down", "down", "enter").shows("In welchen Formaten", "[x] PDF")
	d.press("enter").shows("Ein Format muss bleiben", "[x] PDF")
	d.press("down", "enter", "up", "enter").shows("[ ] PDF", "[x] HTML").press("end", "enter").shows("Bericht schreiben (HTML, für: alle)", "Formate wählen (jetzt: HTML)")
	d.press("home", "enter").shows("Bericht geschrieben, 1 Datei.", "bericht-1.html")
	d.press("esc", "esc", "e", "5").shows("Formate wählen (jetzt: HTML)")
	if got := d.written(); got != "[html 0]" {
		t.Errorf("written %s", got)
	}
}

// That a report advises something else than the screen is told in sight, above the names of the files and what is in it, in
// whatever order it was said.
func TestAReportThatDiffersSaysSoFirst(t *testing.T) {
	d := atFiles(t).press("enter")
	f, s := d.r.frame(), d.r.top().(*results)
	s.file.last.Told = []i18n.Message{i18n.Msg("in", "list", "Stand"), i18n.Msg("offer", "name", "RKW", "own", "IHK")}
	d.shows("! Beachten Sie: Der Bericht nennt als erstes Angebot „RKW“")
	text := d.see()
	if note, file, in := strings.Index(text, "Beachten Sie"), strings.Index(text, "bericht-1.pdf"), strings.Index(text, "Enthalten: "); note > file || in >= 0 && in < note {
		t.Errorf("%d, %d, %d\n%s", note, file, in, text)
	}
	if n := (files{}).stops(f, s); n != len((files{}).entries(f, s))+2 {
		t.Errorf("%d stops", n)
	}
	d.press("end").shows("► Enthalten: Stand")
}

// For an audience, formats that are not for it are given up and named; what is in the report and what is not is said.
func TestReadersOfTheReport(t *testing.T) {
	d := atFiles(t).press("down", "down", "enter", "end", "up", "enter", "end", "enter").shows("jetzt: PDF, JSON")
	d.press("down", "enter").shows("Für wen ist der Bericht?", "► Alle, nichts wird weggelassen")
	d.press("down", "enter").shows("Für wen? (jetzt: Bank)", "Nicht für Bank, deshalb nicht mehr dabei: JSON.", "jetzt: PDF)")
	d.hides("Notiz")
	d.press("home", "enter", "end").shows("Bericht für: Bank (für ein Gespräch über Geld)").press("enter").shows("Bericht für: Bank")
	if got := d.written(); got != "[pdf 1]" {
		t.Errorf("written %s", got)
	}
	d.press("home", "down", "down", "down", "down", "down", "enter").shows("► Bank, für ein Gespräch").press("esc").shows("jetzt: Bank")
}

// After another choice of audience or format the first entry writes that report; what can be opened says which one it is.
func TestTheReportToOpenIsNamed(t *testing.T) {
	d := atFiles(t).press("enter").shows("► Bericht öffnen (PDF, für: alle)", "Als weitere Datei schreiben (PDF)")
	d.press("down", "down", "down", "down", "down", "enter").shows("Für wen ist der Bericht?").press("down", "enter")
	d.shows("► Bericht schreiben (PDF, für: Bank)", "Bericht öffnen (PDF, für: alle)").press("enter").shows("► Bericht öffnen (PDF, für: Bank)")
	d.press("l").shows("► Open the report (PDF, for: Bank)", "Write as a further file (PDF)")
	if got := d.written(); got != "[pdf 0 pdf 1]" {
		t.Errorf("written %s", got)
	}
}

// A report that was written stays at hand after a change, with the words that it is from before it.
func TestAReportFromBeforeAChange(t *testing.T) {
	for l, words := range map[i18n.Lang][3]string{
		i18n.German:  {"► Bericht öffnen (PDF, für: alle)", "Bericht von vor der Änderung öffnen (PDF, für: alle)", "Der Bericht ist von vor Ihrer letzten Änderung."},
		i18n.English: {"► Open the report (PDF, for: everybody)", "Open the report from before the change (PDF, for: everybody)", "The report is from before your last change."},
	} {
		d := shippedDesk(t)
		a := *d.Sample
		a.Language = l
		d.Keep(&a)
		dr := drive(t, d, desk.Start{Lang: l}).press("enter")
		files := func() { dr.r.push(newResult(paneFiles)) }
		files()
		dr.press("enter").shows(words[0]).hides(words[1])
		files() // nothing has changed
		dr.shows(words[0]).hides(words[1])
		dr.r.push(newQuestion(dr.r.frame(), "two-factor", true))
		dr.press("home", "w")
		files()
		dr.shows(words[1], words[2]).press("enter").shows(words[0]).hides(words[1])
	}
}
