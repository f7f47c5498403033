package desktest

import (
	"fmt"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Audiences are two: one that sees everything, and one that sees no answers.
func (d *Desk) Audiences() []desk.Audience {
	text := func(de, en string) i18n.Text { return i18n.Text{i18n.German: de, i18n.English: en} }
	return []desk.Audience{
		{ID: "bank", Title: text("Bank", "Bank"), About: text("für ein Gespräch über Geld", "for a talk about money")},
		{ID: "consultant", Title: text("Beratung", "Consultant"), About: text("für die Arbeit am Ergebnis", "for working with the result")},
	}
}

// Formats are all, but for the bank nothing that holds answers.
func (d *Desk) Formats(audience string) []desk.Format {
	if audience != "bank" {
		return desk.Formats
	}
	return []desk.Format{desk.PDF, desk.HTML, desk.Word, desk.Excel, desk.Markdown, desk.Text}
}

// Report notes that a report was written.
func (d *Desk) Report(_ desk.Session, _ *questionnaire.Assessment, o desk.Order) (desk.Written, error) {
	if d.SaveErr != nil {
		return desk.Written{}, d.SaveErr
	}
	d.Ordered = o
	w := desk.Written{Folder: o.Folder}
	if w.Folder == "" {
		w.Folder = d.Folder()
	}
	for _, f := range o.Wanted() {
		pages := 0
		if f == desk.PDF {
			pages = 8
		}
		w.Files = append(w.Files, desk.File{Path: fmt.Sprintf("%s/bericht-%d.%s", w.Folder, len(d.Reports)+1, f), Format: f, Pages: pages})
	}
	for _, x := range d.Audiences() {
		if x.ID == o.Audience {
			w.Told = []i18n.Message{i18n.Msg("for", "name", x.Title, "about", x.About)}
		}
	}
	d.Reports = append(d.Reports, w)
	return w, nil
}

// Show notes what was to be shown.
func (d *Desk) Show(path string) error {
	if d.Blind {
		return desk.ErrNoViewer
	}
	d.Shown = append(d.Shown, path)
	return nil
}
