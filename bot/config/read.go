package config

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// read sets a field from what viper holds: a YAML node of the settings file,
// or the text of a flag or of the environment. It returns what is wrong and
// the cure, or two empty strings.
func read(from any, to reflect.Value) (message, cure string) {
	node, ok := from.(value)
	if !ok {
		text, _ := from.(string)
		if to.Kind() == reflect.Slice {
			to.Set(reflect.ValueOf(split(text)))
			return "", ""
		}
		return readText(text, to)
	}
	if to.Kind() == reflect.Slice {
		return readList(node.Node, to)
	}
	return readNode(node.Node, to)
}

// split cuts the text of a list at its commas.
func split(text string) []string {
	var list []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

func readList(n *yaml.Node, to reflect.Value) (message, cure string) {
	const want = `write it like ["one", "two"], or one "- item" a line`
	if n.Kind != yaml.SequenceNode {
		return "is not a list", want
	}
	var list []string
	for _, item := range n.Content {
		var text string
		if message, _ := readNode(item, reflect.ValueOf(&text).Elem()); message != "" {
			return "holds an item that is not text", want
		}
		list = append(list, text)
	}
	to.Set(reflect.ValueOf(list))
	return "", ""
}

// readNode sets a field from one YAML scalar. Digits serve as text, exactly as
// they are written, because that is how people write an id; a truth value does
// not, and quoted text serves for text alone.
func readNode(n *yaml.Node, to reflect.Value) (message, cure string) {
	if n.Kind != yaml.ScalarNode {
		return "is not a single value", "write " + want(to)
	}
	text := n.Tag == "!!str"
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	switch to.Kind() {
	case reflect.String:
		if n.Tag == "!!bool" {
			return "is not text", "put it in quotes"
		}
	case reflect.Bool:
		if quoted {
			return "is not true or false", "write true or false, without quotes"
		}
	case reflect.Int64:
		if to.Type() == reflect.TypeFor[time.Duration]() {
			break
		}
		fallthrough
	default:
		if text {
			return "is not a number", "write " + want(to) + ", without quotes"
		}
	}
	return readText(n.Value, to)
}

// readText sets a field from text.
func readText(s string, to reflect.Value) (message, cure string) {
	var err error
	switch p := to.Addr().Interface().(type) {
	case *string:
		*p = s
	case *bool:
		*p, err = readBool(s)
	case *int:
		*p, err = strconv.Atoi(s)
	case *int64:
		*p, err = strconv.ParseInt(s, 10, 64)
	case *float64:
		*p, err = strconv.ParseFloat(s, 64)
		if math.IsNaN(*p) || math.IsInf(*p, 0) {
			err = strconv.ErrRange
		}
	case *time.Duration:
		*p, err = time.ParseDuration(s)
	}
	if err != nil {
		return "is not " + want(to), "write " + example(to)
	}
	return "", ""
}

// readBool also takes the words of YAML 1.1.
func readBool(s string) (bool, error) {
	switch s = strings.ToLower(s); s {
	case "yes", "on":
		return true, nil
	case "no", "off":
		return false, nil
	}
	return strconv.ParseBool(s)
}

// want names the kind of value that a field takes.
func want(to reflect.Value) string {
	switch to.Addr().Interface().(type) {
	case *string:
		return "text"
	case *bool:
		return "true or false"
	case *int, *int64:
		return "a whole number"
	case *float64:
		return "a number"
	case *time.Duration:
		return "a duration"
	}
	return "a list"
}

// example shows a value that such a field takes.
func example(to reflect.Value) string {
	switch to.Addr().Interface().(type) {
	case *bool:
		return "true or false"
	case *float64:
		return "it like 0.5"
	case *time.Duration:
		return "it like 30s, 1m30s or 2h"
	}
	return "it like 100"
}
