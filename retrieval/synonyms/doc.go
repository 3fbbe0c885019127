// Package synonyms reads lists of words that stand for each other, in the
// format that Solr, Elasticsearch and OpenSearch share, and finds them in rows
// of words:
//
//	# a comment
//	mühimmat, cephane, savaş gereci      each stands for each other
//	er, nefer => asker                   er leads to asker, asker not to er
//
// A backslash takes the next sign as it is. Words are folded as package turkish
// folds them, so a list may be written with or without Turkish letters, and an
// inflected word is found too. A list for general Turkish news is built in
// ([Turkish]); a collection may bring its own.
package synonyms
