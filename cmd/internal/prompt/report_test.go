package prompt_test

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
)

// Behind the result people choose for whom the report is and in which formats; what is chosen is said, with the default.
func TestReportForSomebodyInFormats(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, _, err := talk(d, desk.Start{}, "3", "1", ".gehe Gründungsjahr", "1999", "2", "2",
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
	said, _, err := talk(d, desk.Start{}, "3", "1", ".gehe Gründungsjahr", "1999", "2", "2", "l", "for consultant", "format word, excel", "report", "end")
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, said, "The command report writes: PDF. For: Consultant.", "writes: Word, Excel.", "Report for: Consultant", "Written: ", "bericht-1.docx", "bericht-1.xlsx")
}
