package seeds_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"testing"

	"alinti/seeds"
)

// The articles as they were handed over. A checkout, an editor or a merge that
// changes one byte of them changes every citation.
var digests = map[string]string{
	"000_bdffa258e9c93d16.txt": "17c10dd52e2622a5241cd769bac2ce4fa256d8aa937aa3d69e030c2e8ea9a3e6",
	"001_6baa2ee8f170eba8.txt": "823454ce5146a380b64937323ce492cb74b361471c65860dd6776fd516c46a3d",
}

func TestArticlesAreUntouched(t *testing.T) {
	names, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil || len(names) != len(digests) {
		t.Fatalf("Glob(*.txt) = %v, %v; want the %d articles", names, err, len(digests))
	}
	for name, want := range digests {
		data, err := seeds.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("SHA-256 of %s = %s, want %s", name, got, want)
		}
	}
}
