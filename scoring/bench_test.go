package scoring_test

import (
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// The worked examples of the shipped bank take the time that people wait for a result.
func BenchmarkEvaluateExamples(b *testing.B) {
	bank := shipped(b)
	e := scoring.Compile(bank)
	for _, c := range bank.Cases {
		b.Run(c.ID, func(b *testing.B) {
			for b.Loop() {
				e.Evaluate(c.Assessment)
			}
		})
	}
}

// An interval over everything that can be answered.
func BenchmarkInterval(b *testing.B) {
	bank := shipped(b)
	e := scoring.Compile(bank)
	a := *bank.Case("metallbau-35").Assessment
	a.Answers = map[string]questionnaire.Answer{}
	for b.Loop() {
		e.Evaluate(&a)
	}
}

func BenchmarkCompile(b *testing.B) {
	bank := shipped(b)
	for b.Loop() {
		scoring.Compile(bank)
	}
}
