package reporttest

import (
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// Word is an English phrase that Planted puts into a German report.
const Word = "Machine Learning & more"

// Planted is the sample's report with an English phrase in a heading, in a paragraph that breaks, in a cell, and, as the
// company's own words, in its name and in notes. It is to be marked as English four times, and never in those.
func (s Sample) Planted() *report.Document {
	d := s.Document()
	d.Foreign = append(d.Foreign, i18n.Passage{Text: Word, Lang: i18n.English})
	d.Owner = Word + " GmbH"
	d.Cover.Name = d.Owner
	d.Parts[0] = report.Part{ID: "summary", Name: "Kurz", Headline: "Das Wort steht hier", Blocks: []report.Block{
		report.Section{Title: "Was ist " + Word + "?", Blocks: []report.Block{
			report.Paragraph{Text: "Das ist eine Zeile, die lang genug ist, dass sie mitten im Wort bricht: hier steht nun " + Word + ", und weiter geht es."},
			report.Paragraph{Text: "Die " + d.Owner + " fragt."}, // the name within a sentence
			report.Paragraph{Text: "Machine Learning & moreover ist ein anderes Wort."},
			report.Paragraph{Voice: report.Own, Text: "Wir nutzen " + Word + "."},
			report.Items{Texts: []string{Word}},
		}},
		report.Table{Columns: []report.Column{{Title: "A", Share: 3}, {Title: "B"}}, Runs: []report.Run{{Rows: [][]report.Cell{
			{{Text: Word}, {Text: "b", Note: Word}},
		}}}},
	}}
	return d
}
