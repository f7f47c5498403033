package report

import (
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

type (
	// RecordWhatIf is what other answers would change: both results whole, stage, certainty and module of both, and what
	// else differs.
	RecordWhatIf struct {
		Before  Record                   `json:"before"`
		After   Record                   `json:"after"`
		Stage   RecordTurn[RecordLevels] `json:"stage"`
		Certain RecordTurn[bool]         `json:"certain"`
		Module  RecordTurn[*string]      `json:"module"` // ids; null for none
		Changes []RecordChanged          `json:"changes"`
		Asked   []string                 `json:"asked"`
		Hidden  []string                 `json:"hidden"`
	}
	// RecordTurn is one thing as it is and as it would be.
	RecordTurn[T any] struct {
		Before T `json:"before"`
		After  T `json:"after"`
	}
	// RecordLevels is a stage by its level with the ends of its interval; level is null without one.
	RecordLevels struct {
		Level *int `json:"level"`
		Low   int  `json:"low"`
		High  int  `json:"high"`
	}
	// RecordChanged is a score that differs; dimension is empty for the total.
	RecordChanged struct {
		Dimension string                 `json:"dimension"`
		Before    *Number                `json:"before"`
		After     *Number                `json:"after"`
		Interval  RecordTurn[RecordSpan] `json:"interval"`
	}
)

// NewRecordWhatIf makes the record of a what-if, with the advice before and after.
func NewRecordWhatIf(d scoring.WhatIf, before, after *offer.Advice, p *i18n.Printer) RecordWhatIf {
	out := RecordWhatIf{
		Before: NewRecord(d.Before, before, p), After: NewRecord(d.After, after, p),
		Stage:   RecordTurn[RecordLevels]{recordLevels(d.Before.Stage), recordLevels(d.After.Stage)},
		Certain: RecordTurn[bool]{d.Before.Certain, d.After.Certain},
		Module:  RecordTurn[*string]{recommended(before), recommended(after)},
		Changes: []RecordChanged{}, Asked: []string{}, Hidden: []string{},
	}
	for _, c := range d.Changes {
		out.Changes = append(out.Changes, RecordChanged{c.Dimension, number(c.Before.Score), number(c.After.Score),
			RecordTurn[RecordSpan]{recordSpan(c.Before), recordSpan(c.After)}})
	}
	out.Asked, out.Hidden = append(out.Asked, d.Asked...), append(out.Hidden, d.Hidden...)
	return out
}

func recordLevels(s scoring.StageRange) RecordLevels {
	out := RecordLevels{Low: s.Low, High: s.High}
	if s.Level > 0 {
		out.Level = &s.Level
	}
	return out
}

// recommended is the id of the module that is recommended, nil for none.
func recommended(a *offer.Advice) *string {
	if best := a.Best(); best != nil {
		return &best.Module.ID
	}
	return nil
}
