package prompt

import "digitalkompass/questionnaire"

// demo shows the sample company's result, and answers what a person asks about it.
func (f *face) demo() error {
	a := f.d.Demo()
	if a == nil {
		f.fail(f.p.T("cli.no-cases", "name", f.d.Bank().About.ID))
		return errBack
	}
	f.iv = questionnaire.NewInterview(f.d.Bank(), a, f.d.Now)
	defer func() { f.iv = nil }()
	f.result()
	if !f.io.Heard {
		return errBack
	}
	for {
		n, err := f.menu(f.offering("say.read-all", "do.back"))
		if err != nil || n == 1 {
			return backUnless(err)
		}
		f.soFar(cmdResult, "alles")
	}
}
