package html

import (
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/colour"
)

// Text on every step of the accent is read, on a light ground and on a dark one, whatever the accent is.
func TestStepsOfAnyAccentCarryText(t *testing.T) {
	for _, hex := range []string{"#0E5A64", "#003C7D", "#E2001A", "#FFD400", "#00A651", "#7FC8FF", "#000000", "#777777", "#6A0DAD"} {
		accent := colour.Readable(colour.Hex(hex))
		for _, look := range []struct {
			accent, paper colour.Colour
			on            []colour.Colour
		}{
			{accent, colour.White, []colour.Colour{lightInk, lightInk, black, colour.White, colour.White}},
			{colour.Light(accent, darkPaper), darkPaper, []colour.Colour{darkInk, darkInk, black, darkOn, darkOn}},
		} {
			for i, share := range shades {
				if s := shade(look.accent, look.paper, look.on[i], share); s.Contrast(look.on[i]) < textContrast {
					t.Errorf("%s on %s: step %d is %s, contrast %.2f", hex, look.paper, i, s, s.Contrast(look.on[i]))
				}
			}
		}
	}
}

func TestBrandInTheFile(t *testing.T) {
	if branded(nil) != "" || logo(nil) != "" || logo(&report.Brand{}) != "" {
		t.Error("marks without a brand")
	}
	css := string(branded(&report.Brand{Accent: colour.Hex("#003C7D")}))
	if strings.Count(css, "{") != strings.Count(css, "}") || !strings.Contains(css, "--accent:#003C7D") || !strings.Contains(css, "--signal:#B23A12") {
		t.Error(css)
	}
	if warm := string(branded(&report.Brand{Accent: colour.Hex("#8A2A00")})); !strings.Contains(warm, "--signal:#1B2228") {
		t.Error("a warm accent leaves the signal as it is")
	}
	if got := logo(&report.Brand{Logo: &report.Logo{Kind: "png", Data: []byte{1, 2, 3}}}); got != "data:image/png;base64,AQID" {
		t.Error(got)
	}
}
