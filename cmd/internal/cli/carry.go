package cli

import (
	"bytes"
	"reflect"
	"slices"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/report/pdf"
)

// Names of the files that a report carries.
const (
	carriedAnswers = "assessment.kompass.json"
	carriedBefore  = "before.kompass.json"
	carriedResult  = "result.json"
)

// carried is what another needs to make a report anew: answers, result, and how it was written.
type carried struct {
	answers, result []byte
	before          []byte // the earlier answers, nil without a comparison
}

// files are what a PDF carries: the answers that it shows and its result. It carries none that it does not show, and
// nothing where what it shows does not give its result.
func (m *made) files() ([]pdf.File, error) {
	if m.app.opts.noData || !slices.Contains(m.parts, "answers") {
		return nil, nil
	}
	c, err := m.carry()
	if err != nil {
		return nil, err
	}
	if m.audience != nil {
		if same, err := m.bears(c); err != nil || !same {
			return nil, err
		}
	}
	files := []pdf.File{
		{Name: carriedAnswers, About: m.p.T("verify.answers"), Kind: "application/json", Data: c.answers},
		{Name: carriedResult, About: m.p.T("verify.result"), Kind: "application/json", Data: c.result},
	}
	if m.before != nil && slices.Contains(m.parts, "change") {
		files = append(files, pdf.File{Name: carriedBefore, About: m.p.T("verify.before"), Kind: "application/json", Data: questionnaire.Encode(m.bank, m.shown(m.before))})
	}
	return files, nil
}

// shown are answers as the report shows them, dated by days.
func (m *made) shown(a *questionnaire.Assessment) *questionnaire.Assessment {
	shown := *questionnaire.NewNavigator(m.bank).Shown(m.audience.Shown(m.bank, a))
	if shown.Bank.ID == "" || shown.Bank.Digest == "" {
		shown.Bank = m.bank.Ref() // a file that was written by hand may not say
	}
	for _, t := range []*time.Time{&shown.Started, &shown.Updated} {
		if !t.IsZero() {
			*t = source.DayOf(*t).Time()
		}
	}
	return &shown
}

// bears says whether the answers shown give the same result and the same report as all of them.
func (m *made) bears(c carried) (bool, error) {
	how := m.manner
	if how.before != nil {
		how.before = m.shown(how.before)
	}
	again := m.make(m.shown(m.r.Assessment), how, m.parts, m.p)
	other, err := again.carry()
	return bytes.Equal(c.result, other.result) && reflect.DeepEqual(m.pages(), again.pages()), err
}

func (m *made) carry() (carried, error) {
	record := m.machine()
	record.Report = &report.RecordReport{Program: Version, Language: string(m.p.Lang()), Parts: m.parts}
	record.Report.Branded = m.brand != nil
	if m.audience != nil {
		record.Report.Audience = m.audience.ID
	}
	var result bytes.Buffer
	err := json.Write(&result, record)
	return carried{answers: questionnaire.Encode(m.bank, m.shown(m.r.Assessment)), result: result.Bytes()}, err
}
