package main

import (
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// mostData is how much data for finding and weighing answers the program may
// hold, in bytes.
const mostData = 3 << 20

// TestDataHasAnOrigin wants every data file of the program to stand in
// docs/data.md, with its size to a tenth, where it comes from and its licence,
// and all of them to stay small.
func TestDataHasAnOrigin(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([0-9]+)[^|]*\\| [^|]+\\|[^|]*\\| [^|]*(ours|Apache-2.0|Unicode-3.0|MIT-like)[^|]*\\|$")
	told := map[string]float64{}
	for _, m := range row.FindAllStringSubmatch(read(t, "docs/data.md"), -1) {
		kB, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		told[m[1]] = kB
	}
	var total int64
	for _, dir := range []string{"retrieval", "bot/check"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, path)
			if name = filepath.ToSlash(name); err != nil || d.IsDir() || strings.Contains(name, "/testdata/") ||
				strings.HasSuffix(name, ".go") && name != "retrieval/gazetteer/table.go" {
				return err
			}
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			total += info.Size()
			kB, ok := told[name]
			if !ok {
				t.Errorf("docs/data.md does not say where %s comes from", name)
			} else if is := float64(info.Size()) / 1000; math.Abs(is-kB) > kB/10 {
				t.Errorf("docs/data.md says that %s has %.0f kB, but it has %.0f", name, kB, is)
			}
			delete(told, name)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name := range told {
		t.Errorf("docs/data.md tells of %s, which is not there", name)
	}
	if total > mostData {
		t.Errorf("the data files have %d bytes, more than %d", total, mostData)
	}
}
