package prompt

import (
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// confirmed makes an answer that was carried over one of today, and goes on.
func (f *face) confirmed(q *questionnaire.Question) (forward, handled bool, err error) {
	f.iv.Confirm(q)
	if err := f.save(); err != nil {
		return false, true, err
	}
	f.say("line.confirmed", "at", f.at(q), "v", f.confirm(q, f.iv.Answer(q)))
	return true, true, nil
}

// waiting says how many answers were carried over and not confirmed, if any.
func (f *face) waiting() {
	if list := desk.WaitingWords(f.p, f.iv.Navigator, f.iv.Assessment()); list != "" {
		f.say("carried.left", "list", list)
	}
}

// confirmAll confirms everything that waits, in the area of an item or everywhere; which of the two has to be said.
func (f *face) confirmAll(it questionnaire.Item, arg string) error {
	all := f.iv.Unconfirmed(f.iv.Assessment())
	var area, everywhere []*questionnaire.Question
	for _, x := range all {
		everywhere = append(everywhere, x.Question)
		if f.area(x) == f.area(it) {
			area = append(area, x.Question)
		}
	}
	switch word := desk.Fold(arg); {
	case len(all) == 0:
		f.say("carried.none")
	case strings.HasPrefix(word, "al"):
		return f.confirmThese(everywhere)
	case strings.HasPrefix(word, "ber"), strings.HasPrefix(word, "are"):
		return f.confirmThese(area)
	case f.areaCalled(arg) != "":
		var named []*questionnaire.Question
		for _, x := range all {
			if x.Question.Dimension == f.areaCalled(arg) {
				named = append(named, x.Question)
			}
		}
		return f.confirmThese(named)
	default:
		f.say("say.confirm-how", "n", len(area), "area", f.area(it), "m", len(everywhere))
	}
	return nil
}

func (f *face) confirmThese(questions []*questionnaire.Question) error {
	n := f.iv.Confirm(questions...)
	if err := f.save(); err != nil {
		return err
	}
	f.say("carried.confirmed", "n", n)
	return nil
}

// unconfirmed says, before the result, that answers still wait, and offers to go over them.
func (f *face) unconfirmed() error {
	for {
		all := f.iv.Unconfirmed(f.iv.Assessment())
		if len(all) == 0 {
			return nil
		}
		f.waiting()
		switch n, err := f.menu(f.offering("say.go-over", "say.confirm-all", "btn.result")); {
		case err != nil:
			return err
		case n == 0:
			if err := f.goOver(f.iv.Unconfirmed); err != nil {
				return err
			}
		case n == 1:
			return f.confirmAll(all[0], "all")
		default:
			return nil
		}
	}
}
