package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// Report writes the report under a name that is still free: into a folder that is there, or with "" beside the session's
// file. A session that is not saved writes into the folder of drafts.
func (o *office) Report(s desk.Session, a *questionnaire.Assessment, folder string, f desk.Format) (desk.Written, error) {
	dir, err := o.folderFor(s, folder)
	if err != nil {
		return desk.Written{}, err
	}
	var b bytes.Buffer
	write, ending := writePDF, ".pdf"
	if f == desk.Text {
		write, ending = writePlain, ".txt"
	}
	pages, err := write(&b, o.make(a, manner{}, report.PartIDs, o.Printer(a.Language)))
	if err != nil {
		return desk.Written{}, err
	}
	path := session.ReportPath(dir, a.CompanyName(), source.DayOf(o.Now()).String(), ending)
	if err := session.Write(path, b.Bytes()); err != nil {
		return desk.Written{}, err
	}
	return desk.Written{Report: path, Folder: dir, Pages: pages}, nil
}

// folderFor is where a report goes. A folder that people name has to be there: else a stick that is not plugged in
// would become a folder on the disk.
func (o *office) folderFor(s desk.Session, folder string) (string, error) {
	switch {
	case folder == "" && s != nil:
		return filepath.Dir(s.Path()), nil
	case folder == "":
		return o.store.Dir, nil
	}
	home, _ := os.UserHomeDir() // without one, ~ is a name like others
	dir := named(folder, home)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", &desk.SaveError{Kind: "gone", Folder: dir, Cause: err}
	}
	return dir, nil
}

// named is a folder as people type it: with quotation marks from the clipboard, with ~ for their own.
func named(folder, home string) string {
	folder = strings.Trim(strings.TrimSpace(folder), `"'`)
	if rest, ok := strings.CutPrefix(folder, "~"); ok && home != "" && (rest == "" || os.IsPathSeparator(rest[0]) || rest[0] == '/') {
		folder = home + rest
	}
	if abs, err := filepath.Abs(folder); err == nil {
		return abs
	}
	return folder
}

// Show opens a file or folder with the system's viewer.
func (o *office) Show(path string) error {
	if o.app.env.Show == nil {
		return desk.ErrNoViewer
	}
	return o.app.env.Show(path)
}

// viewers are the commands that open a file as a double click would, by system; the others follow freedesktop.org.
var viewers = map[string][]string{
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	"darwin":  {"open"},
}

// patience is how long a viewer may take to say that it cannot.
const patience = 2 * time.Second

// show starts the system's viewer without a terminal of its own. It waits no longer than for a refusal.
func show(path string) error {
	words, ok := viewers[runtime.GOOS]
	if !ok {
		words = []string{"xdg-open"}
	}
	return launch(words, path, patience)
}

func launch(words []string, path string, wait time.Duration) error {
	path, err := filepath.Abs(path) // never an option
	if err != nil {
		return err
	}
	c := exec.Command(words[0], append(words[1:len(words):len(words)], path)...)
	if err := c.Start(); err != nil {
		return desk.ErrNoViewer
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return desk.ErrNoViewer
		}
	case <-time.After(wait):
	}
	return nil
}
