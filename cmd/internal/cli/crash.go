package cli

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire/pattern"
	"digitalkompass/questionnaire/source"
)

// crashed writes a note about a mistake in the program into the folder of drafts, and says where it is.
func (a *app) crashed(e *desk.PanicError) error {
	dir := session.Folder(a.env.Getenv(session.HomeVariable))
	day := "" // the clock may be what went wrong
	_ = desk.Guard(func() error {
		day = "-" + source.DayOf(a.env.Now()).String()
		return nil
	})
	file := session.Free(filepath.Join(dir, a.p.T("crash.name")+day+".txt"))
	if err := session.Write(file, []byte(a.crashNote(e))); err != nil {
		return a.fail(exitFailed, "crash.nowhere", "folder", dir)
	}
	return a.fail(exitFailed, "crash.note", "file", file)
}

// crashNote is what helps to find the mistake: versions, the kind of terminal, and the way through the program. It names
// no person, company, computer or folder, and holds no answer.
func (a *app) crashNote(e *desk.PanicError) string {
	var w strings.Builder
	fmt.Fprintf(&w, "Digitalkompass %s, %s, %s/%s, %s, TERM=%s\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH, a.lang, a.env.Getenv("TERM"))
	for _, b := range a.shelf.banks {
		fmt.Fprintf(&w, "%s %s\n", b.About.ID, b.About.Version)
	}
	fmt.Fprintf(&w, "%s\n\n%s", wrong(e.Value), bareStack(string(e.Stack)))
	return w.String()
}

// wrong says what went wrong, unless that could hold something that was typed.
func wrong(x any) string {
	var known runtime.Error
	if err, ok := x.(error); ok && errors.As(err, &known) {
		return known.Error()
	}
	return fmt.Sprintf("%T", x)
}

var (
	sourcePlace = pattern.Late(`(?m)^\t(.*\.(?:go|s)):(\d+)(?: \+0x[0-9a-f]+)?$`)
	arguments   = pattern.Late(`(?m)^(\S.*)\([^()]*\)$`)
	topFolder   = pattern.Late(`/(cmd/internal|cmd/digitalkompass|questionnaire|scoring|report|data)/`)
)

// bareStack takes out of a stack what the functions were called with, and the folders of the machine that built the
// program.
func bareStack(stack string) string {
	stack = arguments().ReplaceAllString(stack, "$1")
	return sourcePlace().ReplaceAllStringFunc(stack, func(line string) string {
		m := sourcePlace().FindStringSubmatch(line)
		file := filepath.ToSlash(m[1])
		switch at := topFolder().FindAllStringIndex(file, -1); {
		case strings.Contains(file, "/pkg/mod/"):
			_, file, _ = strings.Cut(file, "/pkg/mod/")
		case strings.Contains(file, "/src/"):
			_, file, _ = strings.Cut(file, "/src/")
		case at != nil:
			file = file[at[len(at)-1][0]+1:]
		case path.IsAbs(file):
			file = path.Base(file)
		}
		return "\t" + file + ":" + m[2]
	})
}
