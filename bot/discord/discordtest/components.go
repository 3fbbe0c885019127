package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Kinds of components.
const (
	kindRow       = 1
	kindButton    = 2
	kindSection   = 9
	kindText      = 10
	kindSeparator = 14
	kindContainer = 17
)

// A component is any of those that the bot sends.
type component struct {
	Type       int
	Components []component
	Accessory  *component
	Content    string
	Label      string
	CustomID   string `json:"custom_id"`
	URL        string
	Style      int
	Emoji      *struct{ Name string }
}

// each visits a component and those in it.
func (c component) each(visit func(component)) {
	visit(c)
	for _, inner := range c.Components {
		inner.each(visit)
	}
	if c.Accessory != nil {
		c.Accessory.each(visit)
	}
}

// Displayed are the texts of a message of components, from the top down.
func (m Message) Displayed() []string {
	var all []component
	if json.Unmarshal(m.Rows, &all) != nil {
		return nil
	}
	var out []string
	for _, c := range all {
		c.each(func(c component) {
			if c.Type == kindText {
				out = append(out, c.Content)
			}
		})
	}
	return out
}

// isComponents reports whether a component needs the flag for components v2.
func (c component) isComponents() bool { return c.Type != kindRow }

// checkRows are the limits of buttons under a message.
func checkRows(rows []component) error {
	var errs []error
	if len(rows) > 5 {
		errs = append(errs, fmt.Errorf("%d rows, Discord allows 5", len(rows)))
	}
	for _, r := range rows {
		if r.isComponents() {
			errs = append(errs, fmt.Errorf("a component of type %d without the flag for components v2", r.Type))
		}
		errs = append(errs, checkRow(r))
	}
	return errors.Join(append(errs, checkIDs(rows))...)
}

func checkRow(r component) error {
	var errs []error
	if n := len(r.Components); n < 1 || n > 5 {
		errs = append(errs, fmt.Errorf("%d buttons in a row, Discord wants 1 to 5", n))
	}
	for _, b := range r.Components {
		errs = append(errs, checkButton(b))
	}
	return errors.Join(errs...)
}

func checkButton(b component) error {
	if b.Type != kindButton {
		return fmt.Errorf("a component of type %d in the place of a button", b.Type)
	}
	errs := []error{between("a button's label", b.Label, 0, 80), between("a custom id", b.CustomID, 0, 100), between("a button's address", b.URL, 0, 512)}
	if isLink := b.Style == 5; isLink != (b.URL != "") || isLink == (b.CustomID != "") {
		errs = append(errs, errors.New("a button needs either an address, as a link, or a custom id"))
	}
	if b.Label == "" && b.Emoji == nil {
		errs = append(errs, errors.New("a button has neither a label nor an emoji"))
	}
	return errors.Join(errs...)
}

// checkIDs wants each custom id once.
func checkIDs(all []component) error {
	seen := map[string]bool{}
	var errs []error
	for _, c := range all {
		c.each(func(c component) {
			if c.CustomID != "" && seen[c.CustomID] {
				errs = append(errs, fmt.Errorf("the custom id %q stands there twice", c.CustomID))
			}
			seen[c.CustomID] = true
		})
	}
	return errors.Join(errs...)
}

// checkLayout are the limits of a message of components v2: 40 components and
// 4,000 code points, those of components in others too.
func checkLayout(all []component) error {
	errs := []error{checkIDs(all)}
	if len(all) == 0 {
		errs = append(errs, errors.New("an empty message"))
	}
	count, displayed := 0, 0
	for _, c := range all {
		c.each(func(c component) {
			count++
			displayed += utf8.RuneCountInString(c.Content)
			switch c.Type {
			case kindRow:
				errs = append(errs, checkRow(c))
			case kindText:
				errs = append(errs, between("a text", c.Content, 1, 4000))
			case kindSection:
				if n := len(c.Components); n < 1 || n > 3 || c.Accessory == nil {
					errs = append(errs, fmt.Errorf("a section with %d texts, Discord wants 1 to 3 and an accessory", n))
				} else {
					errs = append(errs, checkButton(*c.Accessory))
				}
			case kindContainer:
				if len(c.Components) == 0 {
					errs = append(errs, errors.New("an empty container"))
				}
			case kindButton, kindSeparator:
			default:
				errs = append(errs, fmt.Errorf("a component of type %d, which the bot has no use for", c.Type))
			}
		})
	}
	if count > 40 {
		errs = append(errs, fmt.Errorf("%d components, Discord allows 40", count))
	}
	if displayed > 4000 {
		errs = append(errs, fmt.Errorf("the components have %d code points together, Discord allows 4,000", displayed))
	}
	return errors.Join(errs...)
}
