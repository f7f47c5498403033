package desk

import (
	"testing"
)

func TestLookup(t *testing.T) {
	all := []Entry{
		{"", "Angebot", "Der Preis, den Sie nennen."}, {"", "Kredit", "Geld mit Zinsen."}, {"", "Verbundene Unternehmen (Konzern)", "Eines beherrscht das andere."},
		{"", "Sicherung (Backup)", "Eine Kopie."}, {"", "Bordgerät", "Auch „Telematik“ genannt."}, {"", "KMU (kleine Unternehmen)", "Weniger als 250."},
	}
	for search, want := range map[string]string{
		"kredit": "Kredit", "KREDITE": "Kredit", "konzern": "Verbundene Unternehmen (Konzern)", "backup": "Sicherung (Backup)", "telematik": "Bordgerät",
		"kmu": "KMU (kleine Unternehmen)", "Bordgeraet": "Bordgerät", "angebote": "Angebot", "verbundenes": "Verbundene Unternehmen (Konzern)",
	} {
		if found := Lookup(all, search); len(found) == 0 || found[0].Name != want {
			t.Errorf("%s: found %v, want %s first", search, found, want)
		}
	}
	if n := len(Lookup(all, " ")); n != len(all) {
		t.Errorf("an empty search finds %d of %d", n, len(all))
	}
	if found := Lookup(all, "Unternehmen"); len(found) != 2 {
		t.Errorf("two names have the word: %v", found)
	}
	if found := Lookup(all, "xyz"); found != nil {
		t.Errorf("nothing is found: %v", found)
	}
}
