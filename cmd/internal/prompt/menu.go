package prompt

import (
	"fmt"
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// offer are the choices of a menu, in the language of the moment.
type offer func() []string

// offering is a menu of fixed messages.
func (f *face) offering(keys ...string) offer {
	return func() []string {
		out := make([]string, len(keys))
		for i, k := range keys {
			out[i] = f.p.T(k)
		}
		return out
	}
}

// each is a choice for each of some things.
func each[T any](all []T, text func(T) string) offer {
	return func() []string {
		var out []string
		for _, x := range all {
			out = append(out, text(x))
		}
		return out
	}
}

// with adds a choice at the end.
func (o offer) with(last offer) offer {
	return func() []string { return append(o(), last()...) }
}

// menu offers numbered choices and gives back the chosen one, from 0. Commands that make sense without a question are
// obeyed; undo and redo, like the way back, are for whoever offers the choices.
func (f *face) menu(o offer) (int, error) {
	f.choices(o())
	for {
		n := len(o())
		line, err := f.ask(f.p.T("line.choice", "a", 1, "b", n))
		if err != nil {
			return 0, err
		}
		x, ok := number(line)
		if !ok {
			x = chosen(o(), line)
		}
		if x >= 1 && x <= n {
			return x - 1, nil
		}
		switch cmd, arg := f.command(line); {
		case cmd == cmdPause:
			return 0, errPause
		case cmd == cmdSwitch && f.io.Screen:
			return 0, desk.ErrSwitchFace
		case cmd == cmdSwitch:
			f.fail(f.p.T("cli.no-terminal"))
		case cmd == cmdBack && o()[n-1] == f.p.T("do.back"):
			return n - 1, nil
		case cmd == cmdBack && f.iv != nil:
			return 0, errLast
		case (cmd == cmdUndo || cmd == cmdRedo) && f.iv != nil && o()[n-1] != f.p.T("do.back"):
			return 0, replaying(cmd)
		default:
			f.atMenu(cmd, arg, line, o)
		}
	}
}

// chosen is the number of the choice that a line means by its first word, as in "yes" for "Yes, delete it", or by all of
// its words; 0 for none or several.
func chosen(all []string, line string) int {
	said, at := saying(line), 0
	if said == "" {
		return 0
	}
	for i, c := range all {
		text := saying(strings.TrimRight(c, ". …"))
		first := strings.TrimRight(strings.Split(text+" ", " ")[0], ",")
		fits := text == said || strings.HasPrefix(text, said+",") || slices.Contains(saysYes, said) && slices.Contains(saysYes, first) || slices.Contains(saysNo, said) && slices.Contains(saysNo, first)
		if fits && at > 0 {
			return 0
		}
		if fits {
			at = i + 1
		}
	}
	return at
}

// atMenu are commands that leave the choice open.
func (f *face) atMenu(c command, arg, line string, o offer) {
	switch c {
	case cmdLanguage:
		f.language()
		f.choices(o())
	case cmdHelp, cmdNext:
		f.say("say.menu-help", "n", len(o()))
		f.choices(o())
	case cmdRead:
		f.choices(o())
	case cmdTerm:
		f.term(arg)
	case cmdList:
		f.list(arg, func(c command) bool { return f.choosing(c, o) })
	case cmdBack:
		f.fail(f.p.T("say.first.menu"))
	case cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule:
		if f.iv != nil {
			f.soFar(c, arg)
			return
		}
		f.fail(f.p.T("say.no-question", "x", echo(line)))
	default:
		if line == "" {
			f.fail(f.p.T("say.menu-help", "n", len(o())))
			return
		}
		if !f.guessed(line, func(c command) bool { return f.choosing(c, o) }) {
			f.fail(f.p.T("say.no-choice", "x", echo(line), "a", 1, "b", len(o())))
		}
	}
}

// choices reads them out.
func (f *face) choices(all []string) {
	for i, c := range all {
		if c = strings.TrimRight(c, ". …"); !strings.HasSuffix(c, "?") {
			c += "."
		}
		f.line(fmt.Sprintf("%d: %s", i+1, c))
	}
}
