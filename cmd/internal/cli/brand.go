package cli

import (
	"os"
	"path/filepath"

	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// brand reads a file with the marks of a consultancy or chamber, nil for none. Its logo lies beside it.
func (a *app) brand(file string) (*report.Brand, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, a.fail(exitInput, "cli.unreadable", "file", file)
	}
	open := func(path string) ([]byte, error) {
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(file), filepath.FromSlash(path))
		}
		return os.ReadFile(path)
	}
	var d source.Diagnostics
	b := report.LoadBrand(file, data, open, &d)
	if b == nil {
		return nil, a.broken("", &d)
	}
	a.print("", &d)
	return b, nil
}
