package turkish

import "strings"

// IsStop reports whether a folded word asks, joins or fills, and so carries no
// meaning to look for. It is a closed list of the language's function words,
// light verbs of asking included.
func IsStop(folded string) bool { return stopWords[folded] }

// Fills is IsStop for a word of a text. Folding makes öldü (died) and oldu
// (became) one; where the letter was typed, it tells them apart.
func Fills(text string, w Word) bool {
	return stopWords[w.Fold] && !(strings.HasPrefix(w.Fold, "ol") && strings.HasPrefix(Lower(text[w.Start:w.End]), "öl"))
}

var stopWords = set(`
ve veya ya yahut ile de da ki mi mu miydi muydu midir mudur misin musun bir bu su o ne hangi hangisi hangileri
kim kimdir kimin kime kimi kimler kimlerdir kac kaci kacinci kaca kacta nasil nasildir neden nicin niye nerede nereden nereye neresi
neresidir nerelerde neye neyi neyin neler nelerdir nedir neydi nelere nelerden neleri nelerin neyle neyden kimden kimle kiminle kimlere kimlerden kimlerin kimleri kimdi nereli nerelidir nereyi nerden nerde kactir kacti kacinda kacini zaman icin gibi olarak olan olur oldu olmus
olmustur olmaktadir oldugu olmasi var vardir yok yoktur en daha cok az ise idi imis dir tir eden etti ettigi etmistir
edilir edilen edildi yapilan yapti sonra once kadar gore ama fakat ancak cunku her hem bazi tum butun kendi onun
bunun sunun onlar bunlar biz siz sen ben diye dolayi uzere tarafindan ait baska adi adli ad verilen denir denilir
denilen hakkinda arasinda arasindaki
bunu buna bunda bundan sunu suna sundan onu ona onda ondan bunlari bunlara bunlarin bunlardan onlari onlara onlarin onlardan kendisi kendisini kendisine bi sey birsey
acaba lutfen peki yani iste hani bana bize soyle soyler anlat anlatir soyleyin misiniz musunuz ilgili dair iliskin vardi yoktu kadari kadarini kadarinin kadarina kadara kadarlik kadardir kadardi
the of and a an in to is was were what which who when where how many much did does do`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
