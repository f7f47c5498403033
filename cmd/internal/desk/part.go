package desk

import "digitalkompass/questionnaire"

// PartKey is the message with the name of what a change is about beside the answer: note, proof, target, basis, mark or that
// it is confirmed; "" when it is about the answer.
func PartKey(c questionnaire.Change) string {
	return map[string]string{
		"note": "do.note", "evidence": "adv.evidence", "target": "adv.target", "confidence": "adv.basis", "later": "note.later", "carried": "carried.part",
	}[c.Part()]
}
