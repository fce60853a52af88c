"""Sentences to train on: written for this recipe, or made of pseudo-words; nothing is downloaded.

What matters is the sound: every phoneme of a language next to every other, at a natural rate.
Meaning does not matter, so most languages speak invented words with their own spelling rules.
"""

# Spelling pieces per language: onsets | nuclei | codas | frequent short words.
_LANGUAGES = {
    "de": (
        "b d f g h k l m n p r s t w z sch st sp br fr gr kl pf tr schw",
        "a e i o u ä ö ü ei au eu ie ah oh",
        "- - n r l t s m ch ck nd rt lt st ng",
        "ich du wir das ist nicht und aber mit was wie ja nein immer auch schon von über "
        "dann",
    ),
    "fr": (
        "b d f g l m n p r s t v ch j br cr fr pl tr gn",
        "a e i o u ou eu é è oi ai an on in eau",
        "- - - - r l s t que che ne lle",
        "je tu nous vous le la les est pas mais avec bien oui non toujours pour dans que",
    ),
    "es": (
        "b c d f g l m n p r s t v ch j ll qu br pr tr fl",
        "a e i o u ia ie ue ei",
        "- - - n s r l",
        "yo tú el la es no pero con muy bien sí que de por más bueno",
    ),
    "it": (
        "b c d f g l m n p r s t v z ch sc gn pr tr st br",
        "a e i o u ia io uo ai",
        "- - - n r l",
        "io tu il la è non ma con che molto bene sì per anche come",
    ),
    "pt-br": (
        "b c d f g l m n p r s t v ch j lh nh pr tr br",
        "a e i o u ão ei ou ai ã õe",
        "- - - m r s l",
        "eu você o a é não mas com muito bem sim que por mais",
    ),
    "nl": (
        "b d g h k l m n p r s t v w z sch br gr kl st sp tr",
        "a e i o u aa ee oo uu ie oe ij ui eu au",
        "- - n r l t s k m cht nd st",
        "ik jij wij het is niet en maar met wat hoe ja nee altijd ook",
    ),
    "pl": (
        "b c d f g k l ł m n p r s t w z sz cz dz rz prz st kr w",
        "a e i o u y ą ę ia ie ó",
        "- - - n m r k t sz ść",
        "ja ty my to jest nie i ale z co jak tak zawsze bardzo",
    ),
    "cs": (
        "b c č d f h k l m n p r ř s š t v z ž pr st kr mn",
        "a á e ě i í o u ů ou y é",
        "- - - n m l k t š",
        "já ty my to je ne a ale s co jak ano vždy velmi",
    ),
    "sv": (
        "b d f g h j k l m n p r s t v sk st sj tj br gr kl",
        "a e i o u å ä ö y",
        "- - n r l t s m ng nd rt",
        "jag du vi det är inte och men med vad hur ja nej alltid",
    ),
    "da": (
        "b d f g h j k l m n p r s t v sk st br gr kl",
        "a e i o u å æ ø y ej",
        "- - n r l t s m ng nd",
        "jeg du vi det er ikke og men med hvad ja nej altid",
    ),
    "fi": (
        "h j k l m n p r s t v",
        "a e i o u y ä ö aa ee ii uu ai ei au uo yö ie",
        "- - - n s t l r",
        "minä sinä me se on ei ja mutta mitä kyllä aina myös",
    ),
    "tr": (
        "b c ç d f g h k l m n p r s ş t v y z",
        "a e ı i o ö u ü",
        "- - n r l k m t ş z",
        "ben sen biz bu değil ve ama ile ne evet hayır çok",
    ),
    "hu": (
        "b c d f g h j k l m n p r s sz t v z gy ny cs",
        "a á e é i o ó ö ő u ú ü",
        "- - n r l k t m s",
        "én te mi ez nem és de mit igen mindig nagyon",
    ),
    "ro": (
        "b c d f g h l m n p r s ș t ț v z pr tr str",
        "a ă e i o u â ea oa ie",
        "- - - n r l t m",
        "eu tu noi este nu și dar cu ce da foarte mereu",
    ),
    "id": (
        "b c d g h j k l m n p r s t w y ng ny",
        "a e i o u ai au",
        "- - - n ng k r s m",
        "saya kamu kita ini tidak dan tapi dengan apa ya sangat",
    ),
    "ru": (
        "б в г д ж з к л м н п р с т ф х ц ч ш щ пр ст кр",
        "а о у е и ы я ю ё э",
        "- - - н м р л т к ш",
        "я ты мы это не и но с что как да всегда очень",
    ),
    "uk": (
        "б в г д ж з к л м н п р с т ф х ц ч ш пр ст",
        "а о у е и і я ю є ї",
        "- - - н м р л т к",
        "я ти ми це не і але з що як так завжди дуже",
    ),
    "el": (
        "β γ δ ζ θ κ λ μ ν π ρ σ τ φ χ ψ μπ ντ στ πρ",
        "α ε η ι ο υ ω ου αι ει",
        "- - - ν ς ρ",
        "εγώ εσύ εμείς είναι δεν και αλλά με τι ναι πολύ",
    ),
    "vi": (
        "b c ch d đ g h kh l m n nh ng ph qu r s t th tr v x",
        "a á à ả ạ ă â e ê é i o ô ơ ở u ư ươ iê uô",
        "- - n ng m t c p nh",
        "tôi bạn chúng ta này không và nhưng với gì vâng rất",
    ),
    "ja": (
        "か き く け こ さ し す せ そ た ち つ て と な に の は ひ ふ ほ ま み む め も や ゆ よ ら り る れ ろ わ が ご だ で "
        "ば ぶ ぼ ぱ じゃ しょ",
        "- - - ん う い",
        "-",
        "わたし あなた これ です ない でも とても はい いいえ いつも",
    ),
    "cmn-latn-pinyin": (
        "b p m f d t n l g k h j q x zh ch sh r z c s y w",
        "a1 a4 ai4 ao3 an2 ang1 e2 ei3 en1 eng2 i1 i4 ia1 ie3 in2 ing4 o1 ou3 ong1 u2 u4 "
        "ui4 un2 uan3",
        "-",
        "wo3 ni3 ta1 men5 shi4 bu4 hen3 hao3 de5 ma5 mei2 you3",
    ),
}

_ENGLISH = {
    "who": (
        "I|you|we|they|my mother|your brother|the old farmer|everybody|Bob|Paula|my boss|"
        "nobody|the baker|our teacher|both of them"
    ),
    "verb": (
        "want|know|love|believe|remember|bought|moved|found|forgot|watched|told|made|"
        "brought|open|push|fix|carry|enjoy|avoid|improve"
    ),
    "what": (
        "a big apple pie|five small boats|the whole movie|that funny video|my new phone|"
        "some warm soup|the purple umbrella|every word of it|a very bad map|"
        "two cups of coffee|the yellow bus|an awful job|what you think|how it feels|"
        "the other room|a piece of music|fresh bread and butter|the beach|a blue jacket|"
        "half of the money"
    ),
    "when": (
        "today|this morning|all the time|before the weekend|after work|"
        "about two months ago|in the evening|right now|once in a while|"
        "for the first time|tomorrow, maybe|"
    ),
    "talk": (
        "Oh my God, really?|Yeah, I know, right?|Wait, what did you just say?|No way!|"
        "Mm hm, okay.|I mean, come on.|You know what I mean?|That is so funny.|"
        "Well, to be honest, I have no idea.|Hey, how are you?|"
        "Good morning, and welcome back.|Let me ask you something.|"
        "Probably not, but maybe.|Wow, that is amazing!|So, where were we?|"
        "Thank you so much for having me.|Are you serious?|"
        "It was about a quarter past four.|Please don't laugh.|"
        "I was like, whoa, slow down.|Absolutely, yes.|Could you repeat that?|Uh huh.|"
        "Both of us were really happy.|Five, six, seven, eight, nine, ten.|"
        "What about you, babe?"
    ),
    "join": (
        "and|but|because|so|although|and then|or maybe|while"
    ),
}
_ENGLISH_ONSETS = "b c d f g h j k l m n p r s t v w y z ch sh th br cr dr fl gr pl pr st sw tr wh"
_ENGLISH_NUCLEI = "a e i o u ai ee oa oo ou ea oi ar or er aw ay igh"
_ENGLISH_CODAS = "- - n t s d l m p k f v b ng nd st ck sh th x"
ENGLISH_VOICES = ["en-us", "en", "en-gb-scotland", "en-gb-x-rp", "en-029", "en-gb-x-gbclan"]


def _one_of(random, pieces):
    return pieces[random.randrange(len(pieces))]


def _pseudo_word(random, onsets, nuclei, codas, syllables):
    word = ""
    for _ in range(syllables):
        for pieces in (onsets, nuclei, codas):
            piece = _one_of(random, pieces)
            word += "" if piece == "-" else piece
    return word


def _invented_sentence(random, onsets, nuclei, codas, frequent):
    words = []
    count = random.randint(4, 11)
    for index in range(count):
        if frequent and random.random() < 0.35:
            words.append(_one_of(random, frequent))
        else:
            words.append(_pseudo_word(random, onsets, nuclei, codas, random.choice((1, 2, 2, 3))))
        if index + 1 < count and random.random() < 0.08:
            words[-1] += ","
    return " ".join(words) + random.choice(".?!")


def _english_clause(random):
    parts = [_one_of(random, _ENGLISH[key].split("|")) for key in ("who", "verb", "what", "when")]
    return " ".join(part for part in parts if part)


def _english_sentence(random):
    draw = random.random()
    talk = _ENGLISH["talk"].split("|")
    if draw < 0.25:
        return _one_of(random, talk) + " " + _one_of(random, talk)
    if draw < 0.45:
        return _one_of(random, talk) + " " + _english_clause(random) + "."
    if draw < 0.75:
        join = _one_of(random, _ENGLISH["join"].split("|"))
        return _english_clause(random) + ", " + join + " " + _english_clause(random) + "."
    return _invented_sentence(
        random, _ENGLISH_ONSETS.split(), _ENGLISH_NUCLEI.split(), _ENGLISH_CODAS.split(),
        "the a of to and in is it that for was on are with as have this but not they".split(),
    )


def draw_sentence(random):
    """Returns (espeak language, text)."""
    if random.random() < 0.4:
        return _one_of(random, ENGLISH_VOICES), _english_sentence(random)
    language = _one_of(random, sorted(_LANGUAGES))
    onsets, nuclei, codas, frequent = (piece.split() for piece in _LANGUAGES[language])
    return language, _invented_sentence(random, onsets, nuclei, codas, frequent)
