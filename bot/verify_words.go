package bot

import (
	"fmt"
	"strings"
)

// Message is the verdict on one line, without the quote itself, in the given
// language ("tr" or "en"). No word of it stands in quotation marks, so that it
// is not taken for a quote when it is verified again.
func (d Verdict) Message(language string) string {
	tr := language != "en"
	switch {
	case len(d.Problems) > 0:
		return problemsMessage(d.Problems, tr)
	case d.OK && len(d.Places) > 0:
		return placesMessage(d.Places, tr)
	case d.Nearest != nil:
		return nearestMessage(d.Nearest, tr)
	case tr:
		return "makalelerde geçmiyor"
	}
	return "does not stand in the articles"
}

func placesMessage(places []Place, tr bool) string {
	msg := "stands in " + placeMessage(places[0], tr)
	if tr {
		msg = "makalede var: " + placeMessage(places[0], tr)
	}
	if more := len(places) - 1; more > 0 && tr {
		msg += fmt.Sprintf(" ve %d yerde daha", more)
	} else if more > 0 {
		msg += fmt.Sprintf(" and %d more", more)
	}
	return msg
}

func placeMessage(p Place, tr bool) string {
	if tr {
		return fmt.Sprintf("%s, %d. paragraf, bayt %d–%d", p.Source.File, p.Paragraph, p.Start, p.End)
	}
	return fmt.Sprintf("%s, paragraph %d, bytes %d–%d", p.Source.File, p.Paragraph, p.Start, p.End)
}

func nearestMessage(n *Nearest, tr bool) string {
	place := placeMessage(n.Place, tr)
	if tr {
		msg := "makalelerde böyle geçmiyor; en yakını " + place
		switch {
		case n.Said != "" && n.Stands != "":
			msg += fmt.Sprintf(": %d. sözcük '%s' değil, '%s'", n.Word, n.Said, n.Stands)
		case n.Said != "":
			msg += fmt.Sprintf(": %d. sözcük '%s' orada yok", n.Word, n.Said)
		case n.Stands != "":
			msg += fmt.Sprintf(": %d. sözcükten önce '%s' eksik", n.Word, n.Stands)
		}
		return msg
	}
	msg := "does not stand so in the articles; nearest is " + place
	switch {
	case n.Said != "" && n.Stands != "":
		msg += fmt.Sprintf(": word %d is '%s', not '%s'", n.Word, n.Stands, n.Said)
	case n.Said != "":
		msg += fmt.Sprintf(": word %d, '%s', is not there", n.Word, n.Said)
	case n.Stands != "":
		msg += fmt.Sprintf(": '%s' is missing before word %d", n.Stands, n.Word)
	}
	return msg
}

// problemsShown is how many problems of one quote are named.
const problemsShown = 3

func problemsMessage(problems []Problem, tr bool) string {
	const longest = 60 // code points of a value that are shown
	var parts []string
	for _, p := range problems[:min(len(problems), problemsShown)] {
		claimed, actual := firstRunes(p.Claimed, longest), firstRunes(p.Actual, longest)
		switch {
		case actual == "" && tr:
			parts = append(parts, fmt.Sprintf("%s yanlış: '%s'", p.Key, claimed))
		case actual == "":
			parts = append(parts, fmt.Sprintf("%s is wrong: '%s'", p.Key, claimed))
		case tr:
			parts = append(parts, fmt.Sprintf("%s '%s' değil, '%s'", p.Key, claimed, actual))
		default:
			parts = append(parts, fmt.Sprintf("%s is '%s', not '%s'", p.Key, actual, claimed))
		}
	}
	if more := len(problems) - problemsShown; more > 0 && tr {
		parts = append(parts, fmt.Sprintf("%d sorun daha", more))
	} else if more > 0 {
		parts = append(parts, fmt.Sprintf("%d more", more))
	}
	return strings.Join(parts, "; ")
}
