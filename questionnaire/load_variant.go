package questionnaire

import (
	"io/fs"
	"path"
	"slices"

	"digitalkompass/questionnaire/source"
)

// variantsFolder holds a folder for each variant of a model.
const variantsFolder = "variants"

// LoadAll reads a bank with all its variants, the bank itself first. It is nil when one of them has an error.
func LoadAll(fsys fs.FS, d *source.Diagnostics) []*Bank {
	first := Load(fsys, d)
	if first == nil {
		return nil
	}
	out := []*Bank{first}
	for _, v := range first.About.Variants {
		b := LoadVariant(fsys, v.ID, d)
		if b == nil {
			return nil
		}
		out = append(out, b)
	}
	return out
}

// hasVariant says whether the bank has the variant asked for.
func (l *loader) hasVariant() bool {
	known := l.bank.About.VariantIDs()
	if l.variant == "" || slices.Contains(known, l.variant) {
		return true
	}
	UnknownVariant(source.Pos{File: fileBank, Line: 1, Column: 1}, l.variant, known, l.d)
	return false
}

// UnknownVariant tells that a bank has no variant of the name at a place, and which it has.
func UnknownVariant(at source.Pos, name string, known []string, d *source.Diagnostics) {
	allowed := joinWords(known)
	if allowed == "" {
		allowed = "–"
	}
	d.Unknown(at, "unknown-variant", name, known, "allowed", allowed)
}

// checkVariants wants a folder for each variant, and no file in that of the one loaded that takes no part.
func (l *loader) checkVariants() {
	for _, v := range l.bank.About.Variants {
		if info, err := fs.Stat(l.fsys, path.Join(variantsFolder, v.ID)); validID(v.ID) && (err != nil || !info.IsDir()) {
			l.d.Error(l.places["variant/"+v.ID], "variant-folder", "name", path.Join(variantsFolder, v.ID))
		}
	}
	if l.variant == "" {
		return
	}
	for _, depth := range []string{"*.yaml", "*/*.yaml"} {
		files, _ := fs.Glob(l.fsys, path.Join(variantsFolder, l.variant, depth))
		for _, f := range files {
			if !l.read[f] {
				l.d.Error(source.Pos{File: f}, "variant-stray", "name", f)
			}
		}
	}
}
