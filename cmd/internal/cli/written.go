package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Audiences are the shipped ones.
func (o *office) Audiences() []desk.Audience {
	var out []desk.Audience
	all, _ := shippedAudiences(&source.Diagnostics{})
	for _, x := range all {
		out = append(out, desk.Audience{ID: x.ID, Title: x.Title, About: x.About})
	}
	return out
}

// Formats are those that have something to show to an audience.
func (o *office) Formats(audience string) []desk.Format {
	x, err := o.app.audience(audience)
	if err != nil {
		return nil
	}
	var out []desk.Format
	for _, f := range desk.Formats {
		if o.app.narrow([]target{ordered(f)}, x) == nil {
			out = append(out, f)
		}
	}
	return out
}

// ordered is a format with its usual parts.
func ordered(f desk.Format) target {
	at := slices.IndexFunc(formats, func(x format) bool { return x.name == string(f) })
	return target{format: formats[at], chosen: formats[at].usual}
}

// Report writes the report under names that are still free: into a folder that is there, or with "" beside the session's
// file. A session that is not saved writes into the folder of drafts.
func (o *office) Report(s desk.Session, a *questionnaire.Assessment, order desk.Order) (desk.Written, error) {
	dir, err := o.folderFor(s, order)
	if err != nil {
		return desk.Written{}, err
	}
	x, err := o.app.audience(order.Audience)
	if err != nil {
		return desk.Written{}, err
	}
	var to []target
	for _, f := range order.Wanted() {
		to = append(to, ordered(f))
	}
	if err := o.app.narrow(to, x); err != nil {
		return desk.Written{}, err
	}
	whole := o.make(a, manner{audience: x}, nil, o.Printer(a.Language))
	files, err := whole.each(to)
	if err != nil {
		return desk.Written{}, err
	}
	out := desk.Written{Folder: dir}
	for i, f := range files {
		path := session.ReportPath(dir, whole.fileName(), source.DayOf(o.Now()).String(), "."+to[i].name)
		if err := session.Write(path, f.data); err != nil {
			return desk.Written{}, err
		}
		out.Files = append(out.Files, desk.File{Path: path, Format: desk.Format(to[i].name), Pages: f.pages})
	}
	if x != nil {
		out.Told = whole.disclosed(to)
	}
	return out, nil
}

// fileName says which report a file is. The company's name is told to those alone who may read it.
func (m *made) fileName() string {
	var parts []string
	if m.audience.HasField("company_name") {
		parts = append(parts, m.r.Assessment.CompanyName())
	}
	if m.audience != nil {
		parts = append(parts, m.p.Text(m.audience.Title))
	}
	return strings.Join(parts, " ")
}

// folderFor is where a report goes. A folder that people name has to be there, or they have to want it made: else a stick
// that is not plugged in would become a folder on the disk.
func (o *office) folderFor(s desk.Session, order desk.Order) (string, error) {
	switch {
	case order.Folder == "" && s != nil:
		return filepath.Dir(s.Path()), nil
	case order.Folder == "":
		return o.store.Dir, nil
	}
	home, _ := os.UserHomeDir() // without one, ~ is a name like others
	dir := named(order.Folder, home)
	if isFolder(dir) {
		return dir, nil
	}
	if !isFolder(filepath.Dir(dir)) {
		return "", &desk.SaveError{Kind: "nowhere", Folder: dir}
	}
	if _, err := os.Lstat(dir); err == nil { // a file has that name
		return "", &desk.SaveError{Kind: "nowhere", Folder: dir}
	}
	if !order.Create {
		return "", &desk.SaveError{Kind: "absent", Folder: dir}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return "", session.SaveError(dir, err)
	}
	return dir, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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
