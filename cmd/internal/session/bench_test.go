package session

import (
	"fmt"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

func BenchmarkSave(b *testing.B) {
	dir := b.TempDir()
	s := storeIn(b, dir)
	f, err := s.Start(questionnaire.Full, "de")
	if err != nil {
		b.Fatal(err)
	}
	iv := questionnaire.NewInterview(s.Bank, s.Bank.Demo(), s.Now)
	q := s.Bank.Question(questionnaire.FieldName)
	for i := 0; b.Loop(); i++ {
		iv.Put(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: fmt.Sprint("Betrieb ", i)}})
		if err := f.Save(iv.Assessment(), iv.History()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	s := storeIn(b, b.TempDir())
	f, err := s.Start(questionnaire.Full, "de")
	if err != nil {
		b.Fatal(err)
	}
	iv := questionnaire.NewInterview(s.Bank, s.Bank.Demo(), s.Now)
	q := s.Bank.Question(questionnaire.FieldName)
	for i := range 200 {
		iv.Put(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: fmt.Sprint("Betrieb ", i)}})
		if err := f.Save(iv.Assessment(), iv.History()); err != nil {
			b.Fatal(err)
		}
	}
	_ = f.Close()
	for b.Loop() {
		var d source.Diagnostics
		g, err := s.Open(f.Path(), &d)
		if err != nil {
			b.Fatal(err)
		}
		_ = g.Close()
	}
}
