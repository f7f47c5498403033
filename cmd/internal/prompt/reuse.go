package prompt

import (
	"errors"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// mostSources is how many saved assessments are offered, the latest first.
const mostSources = 3

// reuse offers answers of saved assessments by other questionnaires that mean the same in the one just begun.
func (f *face) reuse(s desk.Session) error {
	all := f.d.Reusable()
	all = all[:min(mostSources, len(all))]
	if len(all) == 0 {
		return nil
	}
	f.say("reuse.text")
	n, err := f.menu(each(all, func(x desk.Source) string {
		name := x.Name
		if name == "" {
			name = f.p.T("welcome.unnamed")
		}
		return f.p.T("reuse.take", "n", len(x.Answers), "name", name, "bank", x.Bank, "date", x.Updated)
	}).with(f.offering("reuse.without")))
	if errors.Is(err, errBack) || err == nil && n == len(all) {
		return nil
	}
	if err != nil {
		return err
	}
	iv := questionnaire.NewInterview(f.d.Bank(), s.Assessment(), f.d.Now)
	taken := iv.Adopt(all[n].Answers)
	iv.Home()
	if err := s.Save(iv.Assessment(), iv.History()); err != nil {
		return f.refused(err)
	}
	f.say("reuse.taken", "n", taken)
	return nil
}
