package retrieval

import "alinti/retrieval/evidence"

// A Part is something that the ranking or the evidence is made of. An index can
// be made without some, so that it can be measured what each is worth; see
// docs/evaluation.md. The program leaves none out.
type Part uint32

// The parts.
const (
	Pieces         Part = 1 << iota // four-letter pieces of words
	Windows                         // the best two sentences in a row of a paragraph
	Coverage                        // the share of the question that a unit holds
	ParagraphScore                  // a sentence's share of its paragraph's score
	StopWords                       // leaving out words that only ask or join
	Typos                           // stems one slip away
	Compounds                       // altyapı for alt yapı
	Related                         // other forms of a word, and near words
	Translations                    // the English list
	Countries                       // a country under any name
	Numbers                         // a number however it is written
	Dates                           // a date in whatever words
	Neighbours                      // what heading, neighbours and paragraph hold
	Names                           // evidence: the question's names
	Closeness                       // evidence: how close together its words stand
	Kinds                           // evidence: the kind of thing asked for, numbers and dates contradicted
	Roles                           // evidence: the parts that countries play
)

func (p Part) has(q Part) bool { return p&q != 0 }

// evidence are the groups of signals among the parts.
func (p Part) evidence() (g evidence.Group) {
	for part, group := range map[Part]evidence.Group{Names: evidence.Names, Closeness: evidence.Closeness, Kinds: evidence.Kinds, Roles: evidence.Roles} {
		if p.has(part) {
			g |= group
		}
	}
	return g
}
