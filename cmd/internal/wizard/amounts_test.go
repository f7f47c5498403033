package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// atField opens one question of the shipped bank, with the sample's answers, in a language.
func atField(t *testing.T, id string, l i18n.Lang) *driver {
	t.Helper()
	d := shippedDesk(t)
	a := *d.Sample
	a.Language = l
	d.Keep(&a)
	dr := drive(t, d, desk.Start{Lang: l}).press("enter")
	dr.r.push(newQuestion(dr.r.frame(), id, true))
	return dr
}

// Amounts are typed as people write them, and what was read is said before it is taken.
func TestAmountsAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct {
		lang              i18n.Lang
		typed, want, says string
	}{
		{i18n.German, "1,4 Mio. €", "1400000", "Das sind 1.400.000\u00a0€."},
		{i18n.German, "1.400.000,00 Euro", "1400000", "Das sind 1.400.000\u00a0€."},
		{i18n.German, "1,4Mio", "1400000", "Das sind 1.400.000\u00a0€."},
		{i18n.German, "35TEUR", "35000", "Das sind 35.000\u00a0€."},
		{i18n.German, "35 T€", "35000", "Das sind 35.000\u00a0€."},
		{i18n.German, "35.000,–", "35000", ""},
		{i18n.English, "1.4m", "1400000", "That is €1,400,000."},
		{i18n.English, "1.4 million", "1400000", "That is €1,400,000."},
		{i18n.English, "35k", "35000", "That is €35,000."},
	} {
		d := atField(t, "turnover", c.lang).press("bs").press(c.typed).shows("[ " + c.typed + "_")
		d.shows(c.says).press("enter")
		if got := d.answer("turnover").Value.Figure; got == nil || got.RatString() != c.want {
			t.Errorf("%s was read as %v", c.typed, got)
		}
	}
	d := atField(t, "turnover", i18n.German).press("bs", "1.400 Mio", "enter").shows("„1.400 Mio“ kann zweierlei heißen. Bitte ausschreiben", "[ 1.400 Mio_")
	d.press("1 Mrd", "enter").shows("ist kein Betrag. Bitte zum Beispiel 35.000 oder 1,4 Mio. eingeben.")
}

// What has no room in a field shows its beginning cut off.
func TestAFieldShowsThatItsBeginningIsOutOfSight(t *testing.T) {
	e := newEditor("1234567890", 40)
	for w, want := range map[int]string{12: "[ 1234567890_  ]", 8: "[ …567890_ ]"} {
		if got := e.field(w, true); got != want {
			t.Errorf("%d: %s", w, got)
		}
	}
}
