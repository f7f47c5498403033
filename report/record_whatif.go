package report

import (
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

type (
	// RecordWhatIf is what other answers would change: both results whole, and what differs.
	RecordWhatIf struct {
		Before  Record          `json:"before"`
		After   Record          `json:"after"`
		Changes []RecordChanged `json:"changes"`
		Asked   []string        `json:"asked"`
		Hidden  []string        `json:"hidden"`
	}
	// RecordChanged is a score that differs; dimension is empty for the total.
	RecordChanged struct {
		Dimension string  `json:"dimension"`
		Before    *Number `json:"before"`
		After     *Number `json:"after"`
	}
)

// NewRecordWhatIf makes the record of a what-if, with the advice before and after.
func NewRecordWhatIf(d scoring.WhatIf, before, after *offer.Advice, p *i18n.Printer) RecordWhatIf {
	out := RecordWhatIf{Before: NewRecord(d.Before, before, p), After: NewRecord(d.After, after, p), Changes: []RecordChanged{}, Asked: []string{}, Hidden: []string{}}
	for _, c := range d.Changes {
		out.Changes = append(out.Changes, RecordChanged{c.Dimension, number(c.Before.Score), number(c.After.Score)})
	}
	out.Asked, out.Hidden = append(out.Asked, d.Asked...), append(out.Hidden, d.Hidden...)
	return out
}
