package wizard

import (
	"testing"

	"digitalkompass/questionnaire/i18n"
)

// Who searches a long list by the word of the trade finds the sector, and where nothing fits is told so at once.
func TestALongListIsSearchedByTheWordOfTheTrade(t *testing.T) {
	for _, word := range []string{"Gartenbau", "Gärtner", "Galabau", "Landschaftsbau"} {
		atField(t, "sector", i18n.German).press("home", word).shows("( ) N Dienste für Unternehmen").hides("K Finanzen")
	}
	atField(t, "sector", i18n.English).press("home", "gardening").shows("( ) N Business support").hides("K Finance")

	none := "Zu „Zeppelin“ passt nichts in der Liste. Versuchen Sie ein kürzeres oder"
	d := atField(t, "sector", i18n.German).press("home", "Zeppelin").shows(none).size2(minWidth, minHeight).shows("Zu „Zeppelin“ passt nichts").size2(80, 24)
	d.press("enter").shows("Kein Treffer.").press("ctrl+u").hides("passt nichts").shows("A Land- und")
	atField(t, "sector", i18n.English).press("home", "Zeppelin").shows("Nothing in the list fits ‘Zeppelin’.")
}
