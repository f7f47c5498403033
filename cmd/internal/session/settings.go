package session

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// settingsName is the file beside the drafts that keeps how a person wants to see them.
const settingsName = "ansicht.json"

// settings are what the faces remember from one start to the next.
type settings struct {
	Advice bool `json:"advice"`
}

// Advice says whether the view for advisers was on last. Where nothing is kept or it cannot be read, it is off.
func (s Store) Advice() bool {
	var kept settings
	data, err := Read(filepath.Join(s.Dir, settingsName))
	return err == nil && json.Unmarshal(data, &kept) == nil && kept.Advice
}

// KeepAdvice keeps whether the view for advisers is on, in the folder of drafts. Nothing is lost where it fails: the view
// is one key away.
func (s Store) KeepAdvice(on bool) {
	if os.MkdirAll(s.Dir, 0o700) != nil {
		return
	}
	data, err := json.Marshal(settings{Advice: on})
	if err == nil {
		_ = WriteAtomic(filepath.Join(s.Dir, settingsName), append(data, '\n'))
	}
}
