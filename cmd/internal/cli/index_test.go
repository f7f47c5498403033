package cli

import (
	"flag"
	"io/fs"
	"os"
	"path"
	"testing"

	"digitalkompass/data"
	"digitalkompass/questionnaire/source"
)

var update = flag.Bool("update", false, "write the index of the shipped data")

// The index is made of the files as they are, and of all of them.
func TestIndexIsCurrent(t *testing.T) {
	t.Parallel()
	var files [][]byte
	err := fs.WalkDir(data.Files(), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".yaml" {
			text, err := fs.ReadFile(data.Files(), name)
			files = append(files, text)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	made, left := source.Index(files)
	for _, i := range left {
		t.Errorf("a file is not in the index:\n%.200s", files[i])
	}
	if *update {
		if err := os.WriteFile("../../../data/index.bin", []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if made != data.Index() {
		t.Error("data/index.bin is not made of the files as they are; go test ./cmd/internal/cli -run Index -update")
	}
}
