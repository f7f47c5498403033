package prompt

import (
	"errors"
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// reports is how the report is wanted, and what of it was written last.
type reports struct {
	order    desk.Order
	wrote    string
	contents []i18n.Message // what is in it and what is not
}

// asWanted says what the report will be, and how to have it otherwise.
func (f *face) asWanted() {
	f.say("say.report-as", "list", f.names(f.order.Wanted()), "who", f.reader(f.order.Audience))
}

// names are formats by their short names: PDF, HTML.
func (f *face) names(all []desk.Format) string {
	var out []string
	for _, x := range all {
		out = append(out, f.p.T("format.name."+string(x)))
	}
	return strings.Join(out, ", ")
}

// reader is for whom a report is, in words.
func (f *face) reader(id string) string {
	for _, x := range f.d.Audiences() {
		if x.ID == id {
			return f.p.Text(x.Title)
		}
	}
	return f.p.T("say.everybody")
}

// forWhom takes the audience of the report by the beginning of its name; without one it offers all.
func (f *face) forWhom(arg string) error {
	ids := []string{""}
	for _, x := range f.d.Audiences() {
		ids = append(ids, x.ID)
	}
	at := slices.IndexFunc(ids, func(id string) bool {
		return arg != "" && (desk.Fold(arg) == id || strings.HasPrefix(desk.Fold(f.reader(id)), desk.Fold(arg)))
	})
	if at < 0 {
		if arg != "" {
			f.fail(f.p.T("say.no-audience", "x", echo(arg)))
		}
		f.say("say.whom", "who", f.reader(f.order.Audience))
		n, err := f.menu(f.offering("say.everybody.about").with(each(f.d.Audiences(), func(x desk.Audience) string {
			return f.p.Text(x.Title) + ", " + f.p.Text(x.About)
		})).with(f.offering("do.back")))
		if err != nil {
			return err
		}
		if at = n; n == len(ids) {
			f.asWanted()
			return nil
		}
	}
	var gone []desk.Format
	if f.order, gone = f.order.For(f.d, ids[at]); len(gone) > 0 {
		f.say("say.formats-gone", "list", f.names(gone), "who", f.reader(ids[at]))
	}
	f.asWanted()
	return nil
}

// inFormats takes the formats of the report by their numbers or names; without them it offers all. An empty line keeps
// what was chosen.
func (f *face) inFormats(line string) error {
	all := f.d.Formats(f.order.Audience)
	for listed := false; ; {
		if line != "" {
			chosen, bad := f.formats(all, line)
			if bad == "" {
				f.order.Formats = chosen
				break
			}
			if !f.guessed(line, func(c command) bool { return c == cmdBack || c == cmdPause }) {
				f.fail(f.p.T("say.no-format", "x", bad, "n", len(all)))
			}
		}
		if !listed {
			f.choices(each(all, func(x desk.Format) string { return f.p.T(string(x.Key())) })())
			listed = true
		}
		var err error
		if line, err = f.ask(f.p.T("say.ask-formats", "n", len(all), "list", f.names(f.order.Wanted()))); err != nil {
			return err
		}
		c, _ := f.command(line)
		if c == cmdPause {
			return errPause
		}
		if line == "" || c == cmdBack {
			break
		}
	}
	f.asWanted()
	return nil
}

// formats reads numbers and names of formats; bad is the first word that is none.
func (f *face) formats(all []desk.Format, line string) (chosen []desk.Format, bad string) {
	for _, word := range split(line) {
		n, ok := number(word)
		if !ok {
			n = slices.IndexFunc(all, func(x desk.Format) bool { return f.called(x, word) }) + 1
		}
		if n < 1 || n > len(all) {
			return nil, word
		}
		chosen = append(chosen, all[n-1])
	}
	return chosen, ""
}

// called says whether a format goes by a word: its ending or its name.
func (f *face) called(x desk.Format, word string) bool {
	word = desk.Fold(word)
	return word == string(x) || word == desk.Fold(f.p.T("format.name."+string(x)))
}

// report writes the report as wanted, and says where it lies. Names of formats behind the command count for this time;
// what follows them is a folder. The word for contents asks what is in the one before.
func (f *face) report(arg string) {
	if slices.Contains([]string{"inhalt", "contents"}, desk.Fold(arg)) {
		f.within()
		return
	}
	order := f.order
	var chosen []desk.Format
	for arg != "" {
		word, rest, _ := strings.Cut(arg, " ")
		at := slices.IndexFunc(desk.Formats, func(x desk.Format) bool { return f.called(x, strings.TrimRight(word, ",")) })
		if at < 0 {
			break
		}
		chosen, arg = append(chosen, desk.Formats[at]), strings.TrimSpace(rest)
	}
	for _, x := range chosen {
		if !slices.Contains(f.d.Formats(order.Audience), x) {
			f.fail(f.p.T("say.format-unseen", "x", f.names([]desk.Format{x}), "who", f.reader(order.Audience)))
			return
		}
	}
	if len(chosen) > 0 {
		order.Formats = chosen
	}
	order.Folder = arg
	f.writeReport(order)
}

func (f *face) writeReport(order desk.Order) {
	a := *f.iv.Assessment()
	a.Language = f.p.Lang()
	w, err := f.d.Report(f.s, &a, order)
	var save *desk.SaveError
	switch {
	case errors.As(err, &save):
		f.fail(f.p.T("cli.save-"+save.Kind, "folder", save.Folder, "file", save.File))
		return
	case err != nil:
		f.fail(f.p.T("cli.failed", "text", err.Error()))
		return
	}
	f.wrote, f.contents = w.Files[0].Path, nil
	for _, m := range w.Told {
		if m.Code == "in" || m.Code == "out" {
			f.contents = append(f.contents, m)
			continue
		}
		f.say("audience."+m.Code, m.Args...)
	}
	for _, x := range w.Files {
		if x.Pages > 0 {
			f.say("cli.wrote-pages", "file", x.Path, "n", x.Pages)
		} else {
			f.say("cli.wrote", "file", x.Path)
		}
	}
	if len(f.contents) > 0 {
		f.say("plain.more", "x", f.word(cmdFiles)+" "+f.p.T("plain.word-contents"))
	}
	f.say("say.answers-at", "file", f.s.Path(), "what", i18n.Key("file.answers"))
}

// within tells what is in the report that was written last, and what is not.
func (f *face) within() {
	switch {
	case f.wrote == "":
		f.fail(f.p.T("say.nothing-written"))
	case len(f.contents) == 0:
		f.say("say.everybody.about")
	}
	for _, m := range f.contents {
		f.say("audience."+m.Code, m.Args...)
	}
}

// show opens the report that was written last with the system's viewer.
func (f *face) show() {
	switch {
	case f.wrote == "":
		f.fail(f.p.T("say.nothing-written"))
	case f.d.Show(f.wrote) != nil:
		f.fail(f.p.T("file.noviewer", "file", f.wrote))
	default:
		f.say("file.opened")
	}
}
