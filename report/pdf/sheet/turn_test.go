package sheet

import "testing"

func TestWordsFromRightToLeftAreTurned(t *testing.T) {
	for line, want := range map[string]string{
		"":                "",
		"Bäckerei „Süß“ ": "Bäckerei „Süß“ ",
		"אבג":             "גבא",
		"Haus אבג und":    "Haus גבא und",
		"אב גד 12 x":      "12 דג בא x",
		"אב 12 גד x":      "דג 12 בא x",
	} {
		if got := turned(line); got != want {
			t.Errorf("%q is drawn as %q, want %q", line, got, want)
		}
	}
}
