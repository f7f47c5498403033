package html

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"digitalkompass/report"
	"digitalkompass/report/colour"
)

// Grounds and inks of the two looks, as in style.css.
var (
	lightInk, darkInk    = colour.Ink, colour.Hex("#e8ecef")
	darkPaper, darkOn    = colour.Hex("#14191d"), colour.Hex("#10171b")
	darkSignal           = colour.Hex("#ffa285")
	black                = colour.Colour{}
	shades               = []float64{0.18, 0.36, 0.58, 0.80, 1} // of the accent, for steps 0 to 4
	softShare, plotShare = 0.30, 0.12
)

// textContrast is what text has at least on its ground.
const textContrast = 4.5

// branded are the colours of a brand, in place of those of style.css; nothing without one.
func branded(b *report.Brand) template.CSS {
	if b == nil {
		return ""
	}
	signal := colour.SignalBeside(b.Accent)
	dark := colour.Light(b.Accent, darkPaper)
	darkest := darkSignal
	if signal == colour.Ink {
		darkest = darkInk
	}
	// Ink stands on the first two steps, black on the third, the paper's contrary on the others.
	return template.CSS(palette(b.Accent, signal, colour.White, []colour.Colour{lightInk, lightInk, black, colour.White, colour.White}) +
		"@media (prefers-color-scheme:dark){@media screen{" + palette(dark, darkest, darkPaper, []colour.Colour{darkInk, darkInk, black, darkOn, darkOn}) + "}}\n" +
		".logo{display:block;width:12.75rem;height:3.3rem;object-fit:contain;object-position:right top;margin:0 0 1rem auto}.logo~.emblem{top:5.5rem}\n")
}

// palette sets the colours that follow from an accent on a paper. on are the colours of the text on the steps.
func palette(accent, signal, paper colour.Colour, on []colour.Colour) string {
	var b strings.Builder
	fmt.Fprintf(&b, ":root{--accent:%s;--signal:%s;--soft:%s;--ground:%s", accent, signal, accent.Over(paper, softShare), accent.Over(paper, plotShare))
	for i, share := range shades {
		fmt.Fprintf(&b, ";--s%d:%s", i, shade(accent, paper, on[i], share))
	}
	return b.String() + "}\n"
}

// shade is a share of the accent on the paper, moved until text on it is easily read: towards the paper where that is the
// text's contrary, else towards the accent.
func shade(accent, paper, text colour.Colour, share float64) colour.Colour {
	const step = 0.02
	towards := step
	if paper.Contrast(text) > accent.Contrast(text) {
		towards = -step
	}
	for share+towards >= 0 && share+towards <= 1 && accent.Over(paper, share).Contrast(text) < textContrast {
		share += towards
	}
	return accent.Over(paper, share)
}

// logo is the address of a logo that holds the picture itself.
func logo(b *report.Brand) template.URL {
	if b == nil || b.Logo == nil {
		return ""
	}
	return template.URL("data:image/" + b.Logo.Kind + ";base64," + base64.StdEncoding.EncodeToString(b.Logo.Data))
}
