package questionnaire

import "encoding/json"

// FileBank is the id of the bank that an assessment file names, "" where it names none or cannot be read.
func FileBank(data []byte) string {
	var file struct {
		Bank struct {
			ID string `json:"id"`
		} `json:"bank"`
	}
	if json.Unmarshal(data, &file) != nil {
		return ""
	}
	return file.Bank.ID
}
