package questionnaire

import (
	"io/fs"
	"path"
	"slices"

	"digitalkompass/questionnaire/source"
)

// doubts are things that were read with errors, by kind and id: what only follows from these is not told.
type doubts map[string]bool

func (d doubts) add(kind, id string) { d[kind+"/"+id] = true }

func (d doubts) about(kind, id string) bool { return d[kind+"/"+id] }

// lost says whether something of a space has no id by which others could find it.
func (d doubts) lost(space string) bool { return d["lost/"+space] }

// noQuestion tells of a reference to a question that there is not, unless there would be but for an error.
func (l *loader) noQuestion(at source.Pos, id string) {
	if !l.doubts.about("question", id) && !l.doubts.lost("item") {
		l.d.Unknown(at, "unknown-question", id, l.questionIDs())
	}
}

// sound says whether a question was read without errors.
func (l *loader) sound(q *Question) bool { return !l.doubts.about("question", q.ID) }

// questionsLost says whether any question was read with errors.
func (l *loader) questionsLost() bool {
	return l.doubts.lost("item") || slices.ContainsFunc(l.bank.Dimensions, func(d *Dimension) bool { return l.doubts.about("dimension", d.ID) })
}

// once says whether a finding at a place is the first of its kind: an option of a shared set is looked at for each
// question that uses it.
func (l *loader) once(at source.Pos, code string) bool {
	key := at.String() + " " + code
	first := !l.doubts.about("told", key)
	l.doubts.add("told", key)
	return first
}

// doubt marks a question with all that it holds when errors were found since.
func (l *loader) doubt(q *Question, before int) {
	if l.d.Errors() == before {
		return
	}
	l.doubts.add("question", q.ID)
	for _, m := range q.Measures {
		l.doubts.add("measure", m.ID)
	}
}

// inFolder are the names of the files in a folder, for proposals.
func (l *loader) inFolder(dir string) []string {
	var out []string
	entries, _ := fs.ReadDir(l.fsys, dir)
	for _, e := range entries {
		if !e.IsDir() {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

// idleFiles are those in a folder that take no part yet.
func (l *loader) idleFiles(dir string) []string {
	return slices.DeleteFunc(l.inFolder(dir), func(name string) bool { return l.read[name] })
}

// checkStrays wants no file in the bank's folder that takes no part: most of all no dimension that nothing names.
func (l *loader) checkStrays() {
	if l.variant != "" || l.unread || len(l.dimensions) == 0 {
		return // a variant need not use all, and a file that is missing is often the one that lies there
	}
	other := l.variantDimensions()
	for _, name := range l.idleFiles(".") {
		switch {
		case name == fileCases || name == fileReuse || slices.Contains(other, name):
		case path.Ext(name) == ".yaml" || path.Ext(name) == ".yml":
			l.d.Error(l.dimensions[0].Pos, "file-stray", "name", name)
			l.unread = true // what refers to it would only make noise
		}
	}
}

// variantDimensions are the files that the variants' own lists name.
func (l *loader) variantDimensions() []string {
	var out []string
	files, _ := fs.Glob(l.fsys, path.Join(variantsFolder, "*", fileBank))
	for _, f := range files {
		data, _ := fs.ReadFile(l.fsys, f)
		var ignored source.Diagnostics // the variant is read and judged by itself
		if list := source.ParseYAML(f, data, &ignored).Get("dimensions"); list != nil {
			for _, n := range list.Items {
				out = append(out, n.Value+".yaml")
			}
		}
	}
	return out
}
