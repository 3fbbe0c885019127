package english

// IsStop reports whether a folded English word asks, joins or fills, and so
// carries no meaning to look for. It is a closed list: pronouns, articles,
// prepositions, conjunctions, auxiliary and light verbs, question words.
func IsStop(word string) bool {
	switch word {
	case "a", "about", "above", "after", "again", "against", "all", "almost", "also", "although", "always", "am",
		"among", "amongst", "an", "and", "another", "any", "anyone", "anything", "are", "around", "as", "at",
		"away", "be", "became", "because", "become", "becomes", "becoming", "been", "before", "behind", "being",
		"below", "besides", "between", "beyond", "both", "but", "by", "came", "come", "comes", "did", "do", "does",
		"doing", "done", "down", "due", "during", "each", "either", "else", "etc", "even", "ever", "every", "except",
		"few", "for", "from", "further", "gave", "get", "gets", "getting", "give", "given", "gives", "giving", "go",
		"goes", "going", "gone", "got", "had", "happen", "happened", "happening", "happens", "has", "have", "having", "he", "hence", "her", "here", "hers",
		"herself", "him", "himself", "his", "however", "i", "if", "in", "instead", "into", "is", "it", "its",
		"itself", "just", "know", "known", "let", "like", "made", "make", "makes", "making", "many", "may", "me",
		"might", "mine", "more", "moreover", "most", "mostly", "much", "must", "my", "myself", "name", "named",
		"neither", "no", "nor", "not", "now", "of", "off", "often", "on", "once", "one", "ones", "only", "onto",
		"or", "other", "others", "otherwise", "ought", "our", "ours", "ourselves", "out", "over", "own", "per",
		"perhaps", "please", "quite", "rather", "really", "said", "same", "say", "saying", "says", "shall", "she",
		"should", "since", "so", "some", "somebody", "someone", "something", "still", "such", "take", "taken",
		"takes", "taking", "tell", "tells", "than", "that", "the", "their", "theirs", "them", "themselves", "then",
		"there", "thereby", "therefore", "these", "they", "thing", "things", "this", "those", "though", "through",
		"throughout", "thus", "to", "together", "told", "too", "took", "toward", "towards", "type", "types",
		"under", "unless", "until", "up", "upon", "us", "use", "used", "uses", "using", "very", "via", "was", "we",
		"well", "went", "were", "whereas", "whether", "while", "with", "within", "without", "yes", "yet", "you",
		"your", "yours", "yourself", "yourselves",
		"can", "cannot", "could", "will", "would",
		"don", "doesn", "didn", "isn", "wasn", "aren", "weren", "hasn", "haven", "hadn", "won", "wouldn", "couldn", "shouldn":
		return true
	}
	return IsQuestion(word)
}

// IsQuestion reports whether a folded English word opens a question.
func IsQuestion(word string) bool {
	switch word {
	case "what", "whatever", "when", "whenever", "where", "wherever", "which", "whichever", "who", "whoever", "whom", "whose",
		"why", "how":
		return true
	}
	return false
}
