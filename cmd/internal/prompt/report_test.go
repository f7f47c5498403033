package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// Behind the result people choose for whom the report is and in which formats; what is chosen is said, with the default.
func TestReportForSomebodyInFormats(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, _, err := talk(d, desk.Start{}, "1", "1", ".gehe Gründungsjahr", "1999", ".fertig", "2", "2",
		"format", "9", "PDF html", "für bank", "bericht", // by name
		"für", "1", "format", "2 json", "für ban", "format", "", // by number; what is not for the bank falls away
		"bericht csv", "bericht docx /media/stick", "für niemand", "8", "z", "ende")
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "schreibt: PDF. Für: alle.", "1: PDF, zum Lesen", "8: JSON", "leer behält PDF:", "Fehler: „9“ ist hier kein Format", "schreibt: PDF, HTML. Für: alle.",
		"schreibt: PDF, HTML. Für: Bank.", "Bericht für: Bank", "Geschrieben: Dokumente/Digitalkompass/bericht-1.pdf", "Geschrieben: Dokumente/Digitalkompass/bericht-1.html",
		"Für wen ist der Bericht? Bisher: Bank.", "1: Alle, nichts wird weggelassen", "Für: alle.", "schreibt: HTML, JSON.", "Nicht für Bank, deshalb nicht mehr dabei: JSON.",
		"6: Text", "leer behält HTML:", "Fehler: CSV gibt es nicht für Bank.", "Geschrieben: /media/stick/bericht-2.docx", "Fehler: Einen Bericht für „niemand“ gibt es nicht.")
	if len(d.Reports) != 2 {
		t.Errorf("written %v", d.Reports)
	}
}

func TestReportInEnglish(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, _, err := talk(d, desk.Start{}, "1", "1", ".gehe Gründungsjahr", "1999", ".fertig", "2", "2", "l", "for consultant", "format word, excel", "report", "end")
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "The command report writes: PDF. For: Consultant.", "writes: Word, Excel.", "Report for: Consultant", "Written: ", "bericht-1.docx", "bericht-1.xlsx")
}

func TestReportAtTheEnd(t *testing.T) {
	d := shipped(t)
	lines := script(d, d.Bank().Case("gaestehaus-kurz").Assessment)
	lines = append(lines[:len(lines)-1], "warum", "warum alles", "schritte", "modul", "ergebnis", "bericht", "text", "l", "dance", "end")
	said, _, err := talk(d, desk.Start{Path: questionnaire.Quick}, lines...)
	if err != nil || len(d.Reports) != 2 {
		t.Errorf("%v, %d reports\n%s", err, len(d.Reports), tail(said))
	}
	for _, want := range []string{"Digitale Ziele, ", "Schritt 1, zu „", "Modul: ", "Geschrieben: ", "Error: There is no ‘dance’ here."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, tail(said))
		}
	}
}

func TestReportIntoAFolderAndOpened(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, _, _ := talk(d, desk.Start{}, "1", "1", ".gehe Gründungsjahr", "1999", ".fertig", "2", "2", "öffnen", "bericht /media/stick", "öffnen", "text", "ende")
	if !strings.Contains(said, "Fehler: Es ist noch kein Bericht geschrieben.") || !strings.Contains(said, "Geöffnet.") {
		t.Errorf("%s", tail(said))
	}
	if len(d.Shown) != 1 || d.Shown[0] != "/media/stick/bericht-1.pdf" {
		t.Errorf("opened %v", d.Shown)
	}
	if len(d.Reports) != 2 || !strings.HasSuffix(d.Reports[1].Files[0].Path, ".txt") || !strings.Contains(said, "Geschrieben: "+d.Reports[1].Files[0].Path) {
		t.Errorf("written %v", d.Reports)
	}
}
