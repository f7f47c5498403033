package report_test

import (
	"io/fs"
	"os"
	"regexp"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

// strange are words by which a text gives away that it is not in the language of its report.
var strange = map[i18n.Lang]*regexp.Regexp{
	i18n.German:  regexp.MustCompile(`\b(the|of|and|for|from|with|your)\b`),
	i18n.English: regexp.MustCompile(`[äöüßÄÖÜ]|\b(und|der|die|für|Kammer|Zentrum|Mittelstand)\b`),
}

// Every text of the program in another language than its report's is listed in data/locales/foreign.yaml.
func TestForeignWordsAreListed(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../data"))
	worlds := []reporttest.World{w}
	for _, bank := range []string{"cyber", "dii", "dma"} {
		files, err := fs.Sub(os.DirFS("../data"), "banks/"+bank)
		if err != nil {
			t.Fatal(err)
		}
		worlds = append(worlds, w.With(t, files))
	}
	for _, w := range worlds {
		for _, s := range w.Examples(w.Bank.About.ID) {
			for _, text := range unlisted(s.Document(), own(s)) {
				t.Errorf("%s: %q is not listed", s.Name, text)
			}
		}
	}
}

// own are the company's own words.
func own(s reporttest.Sample) map[string]bool {
	out := map[string]bool{}
	for _, a := range s.Result.Assessment.Answers {
		out[a.Note], out[a.Value.Text] = true, true
	}
	return out
}

var address = regexp.MustCompile(`https?://\S+|\S+\.(de|eu)\b\S*`)

// unlisted are the texts of a document that hold words of another language where it knows of none.
func unlisted(d *report.Document, own map[string]bool) (out []string) {
	for _, text := range reporttest.Texts(d) {
		if own[text] {
			continue
		}
		for _, p := range d.Passages(text) {
			if p.Lang == "" && p.Text != d.Owner && strange[d.Lang].MatchString(address.ReplaceAllString(p.Text, "")) {
				out = append(out, text)
			}
		}
	}
	return out
}

func TestUnlistedWordsAreFound(t *testing.T) {
	d := &report.Document{Lang: i18n.German, Owner: "State of the Art GmbH", Cover: report.Cover{Name: "State of the Art GmbH", Facts: []string{"out of the box"}}}
	if got := unlisted(d, nil); len(got) != 1 || got[0] != "out of the box" {
		t.Errorf("found %q", got)
	}
}
