package quantity

import (
	"math"
	"math/big"
	"testing"
	"testing/quick"
)

func rational(t *testing.T, num, den int64, exp int) Value {
	t.Helper()
	v, ok := newValue(num, den, exp)
	if !ok {
		t.Fatalf("newValue(%d, %d, %d) does not fit", num, den, exp)
	}
	return v
}

func TestValueString(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		exp      int
		want     string
	}{
		{0, 7, 3, "0"}, {13, 1, 3, "13000"}, {98, 1, 8, "9800000000"}, {1, 2, 0, "0.5"}, {1, 3, 0, "1/3"}, {4, 15, 0, "4/15"},
		{-5, 1, -1, "-0.5"}, {3, 1, -3, "0.003"}, {125, 10, 0, "12.5"}, {-2, 3, 3, "-2000/3"}, {123456, 1, -2, "1234.56"},
	} {
		if got := rational(t, c.num, c.den, c.exp).String(); got != c.want {
			t.Errorf("%d/%d × 10^%d = %s, want %s", c.num, c.den, c.exp, got, c.want)
		}
	}
}

// Equal numbers are one Value however they were reached.
func TestValueHasOneForm(t *testing.T) {
	same := func(a int16, b uint16, c uint8) bool {
		den, k := int64(b%5000)+1, int64(c)+1
		v, ok1 := newValue(int64(a), den, 0)
		w, ok2 := newValue(int64(a)*k, den*k, 0)
		x, ok3 := newValue(int64(a)*1000, den, -3)
		return ok1 && ok2 && ok3 && v == w && v == x && v.rat().Cmp(big.NewRat(int64(a), den)) == 0
	}
	if err := quick.Check(same, nil); err != nil {
		t.Error(err)
	}
}

func TestValueArithmetic(t *testing.T) {
	agrees := func(a, b int32, c, d uint16, e int8) bool {
		v, ok1 := newValue(int64(a), int64(c%999)+1, int(e%6))
		w, ok2 := newValue(int64(b), int64(d%999)+1, 0)
		sum, ok3 := v.plus(w)
		product, ok4 := v.times(int64(b), int64(d%999)+1)
		want, wantProduct := new(big.Rat).Add(v.rat(), w.rat()), new(big.Rat).Mul(v.rat(), w.rat())
		return ok1 && ok2 && (!ok3 || sum.rat().Cmp(want) == 0) && (!ok4 || product.rat().Cmp(wantProduct) == 0) &&
			v.Cmp(w) == v.rat().Cmp(w.rat())
	}
	if err := quick.Check(agrees, nil); err != nil {
		t.Error(err)
	}
}

func TestValueOverflow(t *testing.T) {
	big := rational(t, math.MaxInt64, 1, 0)
	if _, ok := big.plus(big); ok {
		t.Error("twice the largest value fits")
	}
	if _, ok := big.times(3, 1); ok {
		t.Error("three times the largest value fits")
	}
	if _, ok := newValue(1, 1, maxExp+1); ok {
		t.Error("a power beyond the bound fits")
	}
	if _, ok := newValue(math.MinInt64, 1, 0); ok {
		t.Error("the smallest int64 fits, though its opposite does not")
	}
	if n, ok := rational(t, 13, 1, 3).Int(); n != 13000 || !ok {
		t.Errorf("Int = %d, %v", n, ok)
	}
	if _, ok := rational(t, 1, 2, 0).Int(); ok {
		t.Error("a half is a whole number")
	}
	if f := rational(t, 1, 4, 0).Float(); f != 0.25 {
		t.Errorf("Float = %v", f)
	}
}
