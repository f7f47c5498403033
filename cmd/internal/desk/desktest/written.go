package desktest

import (
	"fmt"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// Report notes that a report was written.
func (d *Desk) Report(s desk.Session, _ *questionnaire.Assessment, folder string, f desk.Format) (desk.Written, error) {
	if d.SaveErr != nil {
		return desk.Written{}, d.SaveErr
	}
	if folder == "" {
		folder = d.Folder()
	}
	ending, pages := "pdf", 8
	if f == desk.Text {
		ending, pages = "txt", 0
	}
	w := desk.Written{Report: fmt.Sprintf("%s/bericht-%d.%s", folder, len(d.Reports)+1, ending), Folder: folder, Pages: pages}
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
