package desk

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Again begins a new assessment with the answers of an earlier one of the same bank, at its first item. The earlier one stays as it is.
func Again(d Desk, earlier *questionnaire.Assessment, l i18n.Lang) (Session, error) {
	s, err := d.Start(earlier.Path, l)
	if err != nil {
		return nil, err
	}
	iv := questionnaire.NewInterview(d.Bank(), s.Assessment(), d.Now)
	iv.Follow(earlier)
	if items := iv.Items(iv.Assessment()); len(items) > 0 {
		iv.Go(items[0].Question.ID)
	}
	if err := s.Save(iv.Assessment(), iv.History()); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}
