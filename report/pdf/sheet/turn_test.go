package sheet

import (
	"strings"
	"testing"
)

func TestWordsFromRightToLeftAreTurned(t *testing.T) {
	for line, want := range map[string]string{
		"":                "",
		"Bäckerei „Süß“ ": "Bäckerei „Süß“ ",
		"אבג":             "גבא",
		"Haus אבג und":    "Haus גבא und",
		"אב גד 12 x":      "12 דג בא x",
		"אב 12 גד x":      "דג 12 בא x",
		"(אבג)":           "(גבא)",
		"Haus (אבג) x":    "Haus (גבא) x",
		"אב (גד) x":       "(דג) בא x",
		"אב (גד)":         "(דג) בא",
		"אב (x) גד":       "בא (x) דג", // the brackets go with what they hold
		"אב «גד» x":       "דג» בא» x",
		"x (אב":           "x (בא",
		"אב [12] x":       "[12] בא x",
		"אב 12 (גד) x":    "(דג) 12 בא x",
		"אב < גד x":       "דג > בא x",
		"„אב“ x":          "„בא“ x",
		"אב, גד. x":       "דג ,בא. x",
		"אב-12 גד":        "דג 12-בא",
		"אב 5% גד":        "דג 5% בא",
		"אב 1,5 x":        "1,5 בא x",
		"אָב x":           "באָ x", // marks stay behind their letters
		"q̃x":             "q̃x",
	} {
		if got := strings.Join(turned(line), ""); got != want {
			t.Errorf("%q is drawn as %q, want %q", line, got, want)
		}
	}
}
