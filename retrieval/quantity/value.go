package quantity

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// A Value is an exact rational number. Two values are the same number exactly
// when they are equal by ==. The zero Value is the number 0.
type Value struct {
	// num/(den+1) × 10^exp, in the one form in which the fraction is reduced,
	// 10 does not divide num, and neither 2 nor 5 divides the denominator.
	num int64
	den int64
	exp int32
}

// maxExp bounds the powers of ten that a Value may hold.
const maxExp = 60

// newValue returns num/den × 10^exp. It reports false when the number does not
// fit: 18 digits and 60 powers of ten are room for every amount.
func newValue(num, den int64, exp int) (Value, bool) {
	if den <= 0 || num == math.MinInt64 {
		return Value{}, false
	}
	if num == 0 {
		return Value{}, true
	}
	if g := gcd(abs(num), den); g > 1 {
		num, den = num/g, den/g
	}
	for den%2 == 0 || den%5 == 0 {
		grow, shrink := int64(5), int64(2)
		if den%2 != 0 {
			grow, shrink = 2, 5
		}
		n, ok := mul(num, grow)
		if !ok {
			return Value{}, false
		}
		num, den, exp = n, den/shrink, exp-1
	}
	for num%10 == 0 {
		num, exp = num/10, exp+1
	}
	if exp > maxExp || exp < -maxExp {
		return Value{}, false
	}
	return Value{num, den - 1, int32(exp)}, true
}

// integer is the value n; n is a small number of this package's tables.
func integer(n int64) Value {
	v, _ := newValue(n, 1, 0)
	return v
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// mul multiplies and reports whether the product fits.
func mul(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(abs(a)), uint64(abs(b)))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func (v Value) neg() Value { v.num = -v.num; return v }

// shift is v × 10^n.
func (v Value) shift(n int) (Value, bool) { return newValue(v.num, v.den+1, int(v.exp)+n) }

// times is v × n/d.
func (v Value) times(n, d int64) (Value, bool) {
	num, ok1 := mul(v.num, n)
	den, ok2 := mul(v.den+1, d)
	if !ok1 || !ok2 {
		return Value{}, false
	}
	return newValue(num, den, int(v.exp))
}

// plus is v + w.
func (v Value) plus(w Value) (Value, bool) {
	exp := min(v.exp, w.exp)
	a, ok1 := scaled(v.num, int(v.exp-exp))
	b, ok2 := scaled(w.num, int(w.exp-exp))
	if !ok1 || !ok2 {
		return Value{}, false
	}
	a, ok1 = mul(a, w.den+1)
	b, ok2 = mul(b, v.den+1)
	den, ok3 := mul(v.den+1, w.den+1)
	if !ok1 || !ok2 || !ok3 || (a > 0) == (b > 0) && abs(a) > math.MaxInt64-abs(b) {
		return Value{}, false
	}
	return newValue(a+b, den, int(exp))
}

// scaled is n × 10^exp, exp not below 0.
func scaled(n int64, exp int) (int64, bool) {
	for ; exp > 0; exp-- {
		m, ok := mul(n, 10)
		if !ok {
			return 0, false
		}
		n = m
	}
	return n, true
}

// Int returns the value as a whole number; ok is false when it is not one or is
// beyond an int64.
func (v Value) Int() (n int64, ok bool) {
	if v.den != 0 || v.exp < 0 {
		return 0, false
	}
	return scaled(v.num, int(v.exp))
}

// Float returns the nearest float64.
func (v Value) Float() float64 {
	f, _ := v.rat().Float64()
	return f
}

// Cmp returns -1, 0 or 1 as v is less than, equal to or more than w.
func (v Value) Cmp(w Value) int {
	if v == w {
		return 0
	}
	a, ok1 := v.Int()
	b, ok2 := w.Int()
	if ok1 && ok2 {
		if a < b {
			return -1
		}
		return 1
	}
	return v.rat().Cmp(w.rat())
}

func (v Value) rat() *big.Rat {
	r := big.NewRat(v.num, v.den+1)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(abs(int64(v.exp))), nil)
	if v.exp < 0 {
		return r.Quo(r, new(big.Rat).SetInt(ten))
	}
	return r.Mul(r, new(big.Rat).SetInt(ten))
}

// String writes the number in digits without grouping, with a point for
// decimals and a stroke for what no decimal can say: 9800000000, 0.5, 1/3.
func (v Value) String() string {
	digits, sign := strconv.FormatInt(abs(v.num), 10), ""
	if v.num < 0 {
		sign = "-"
	}
	if v.den != 0 {
		return v.rat().RatString()
	}
	if v.exp >= 0 {
		return sign + digits + zeros(v.exp)
	}
	point := len(digits) + int(v.exp)
	if point <= 0 {
		return sign + "0." + zeros(int32(-point)) + digits
	}
	return sign + digits[:point] + "." + digits[point:]
}

func zeros(n int32) string { return strings.Repeat("0", max(0, int(n))) }
