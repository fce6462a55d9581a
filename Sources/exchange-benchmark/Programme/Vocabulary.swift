import ExchangeModel

/// What the invented programme is told with: phrases in Italian, English, French and Arabic.
enum Vocabulary {
    static let languages = ["it", "en", "fr", "ar"]

    /// A kind of event, what it is called, and the disciplines it may belong to.
    struct Theme {
        let kind: String
        let titles: [String]
        let disciplines: [String]
    }

    // swift-format-ignore
    static let themes = [
        Theme(kind: "opening", titles: ["Studio aperto", "Open studio", "Atelier ouvert", "مرسم مفتوح"], disciplines: ["sculpture", "marble-carving", "drawing"]),
        Theme(kind: "opening", titles: ["Porte aperte in laboratorio", "The workshop opens its doors", "Portes ouvertes à l’atelier", "أبواب الورشة مفتوحة"], disciplines: ["ceramics", "mosaic", "craft"]),
        Theme(kind: "opening", titles: ["Un’ora con l’artista", "An hour with the artist", "Une heure avec l’artiste", "ساعة مع الفنان"], disciplines: ["painting", "illustration"]),
        Theme(kind: "exhibition", titles: ["Opere recenti", "Recent works", "Œuvres récentes", "أعمال حديثة"], disciplines: ["sculpture", "painting", "photography"]),
        Theme(kind: "demonstration", titles: ["Dimostrazione di scultura a mano", "Carving by hand, shown", "Taille à la main : démonstration", "عرض للنحت اليدوي"], disciplines: ["marble-carving", "stone-processing"]),
        Theme(kind: "workshop", titles: ["Laboratorio di mosaico", "Mosaic workshop", "Atelier de mosaïque", "ورشة فسيفساء"], disciplines: ["mosaic"]),
        Theme(kind: "workshop", titles: ["Incisione per chi comincia", "Printmaking for beginners", "Gravure pour débutants", "الحفر للمبتدئين"], disciplines: ["printmaking", "drawing"]),
        Theme(kind: "tour", titles: ["Visita guidata alle cave", "Guided tour of the quarries", "Visite guidée des carrières", "جولة في المحاجر"], disciplines: ["stone-processing"]),
        Theme(kind: "talk", titles: ["Dialogo sul marmo", "A conversation about marble", "Dialogue autour du marbre", "حوار حول الرخام"], disciplines: ["sculpture", "design"]),
        Theme(kind: "concert", titles: ["Concerto nel cortile", "Concert in the courtyard", "Concert dans la cour", "حفل في الفناء"], disciplines: ["music"]),
        Theme(kind: "screening", titles: ["Proiezione serale", "Evening screening", "Projection du soir", "عرض مسائي"], disciplines: ["video-art", "media-art"]),
        Theme(kind: "performance", titles: ["Azione scenica", "Stage action", "Action scénique", "عرض أدائي"], disciplines: ["performance", "theatre"]),
    ]

    // swift-format-ignore
    static let subjects = [
        ["la luce sul gesso", "light on plaster", "la lumière sur le plâtre", "الضوء على الجص"],
        ["il blocco e la forma", "the block and the form", "le bloc et la forme", "الكتلة والشكل"],
        ["carte, inchiostri, torchi", "papers, inks, presses", "papiers, encres, presses", "أوراق وأحبار ومكابس"],
        ["«la polvere»", "“dust”", "« la poussière »", "«الغبار»"],
        ["dal bozzetto all’opera", "from sketch to work", "de l’esquisse à l’œuvre", "من التخطيط إلى العمل"],
        ["fili & telai", "threads & looms", "fils & métiers", "خيوط وأنوال"],
        ["il mare visto dai monti", "the sea seen from the mountains", "la mer vue des montagnes", "البحر من الجبال"],
        ["acqua; pietra; vento", "water; stone; wind", "eau ; pierre ; vent", "ماء وحجر وريح"],
        ["mani all’opera ✋", "hands at work ✋", "mains à l’œuvre ✋", "أيدٍ تعمل ✋"],
        ["quaderni di viaggio", "travel notebooks", "carnets de voyage", "دفاتر السفر"],
    ]

    // swift-format-ignore
    static let sentences = [
        ["L’artista mostra come nasce un’opera, dal modello in gesso alla finitura.", "The artist shows how a work is made, from the plaster model to the finish.", "L’artiste montre comment naît une œuvre, du modèle en plâtre à la finition.", "يعرض الفنان كيف يولد العمل من النموذج الجصي حتى اللمسة الأخيرة."],
        ["Ingresso libero; i gruppi sono pregati di annunciarsi.", "Admission is free; groups are asked to give notice.", "Entrée libre ; les groupes sont priés de s’annoncer.", "الدخول مجاني، ويُرجى من المجموعات الإبلاغ مسبقًا."],
        ["Si consigliano scarpe chiuse e abiti che non temono la polvere.", "Closed shoes and clothes that do not mind dust are advised.", "Chaussures fermées et vêtements qui ne craignent pas la poussière conseillés.", "يُنصح بأحذية مغلقة وملابس لا تتأثر بالغبار."],
        ["Nel cortile si beve qualcosa insieme.\nPiove? Si resta dentro.", "Drinks are served in the courtyard.\nShould it rain, we stay inside.", "On boit un verre dans la cour.\nS’il pleut, on reste à l’intérieur.", "مشروبات في الفناء.\nوإذا أمطرت نبقى في الداخل."],
        ["«Non toccare» qui non vale: i materiali si possono prendere in mano.", "“Do not touch” does not hold here: the materials may be handled.", "« Ne pas toucher » ne vaut pas ici : les matières se prennent en main.", "عبارة «ممنوع اللمس» لا تسري هنا."],
        ["Per arrivare: autobus 52, fermata «Prova», poi cinque minuti a piedi.", "How to get here: bus 52, stop “Prova”, then five minutes on foot.", "Pour venir : bus 52, arrêt « Prova », puis cinq minutes à pied.", "للوصول: الحافلة 52، ثم خمس دقائق سيرًا."],
        ["La visita dura circa un’ora e si tiene in italiano e in inglese.", "The visit takes about an hour and is held in Italian and English.", "La visite dure environ une heure, en italien et en anglais.", "تستغرق الزيارة نحو ساعة بالإيطالية والإنجليزية."],
        ["Sono esposte opere su carta, ceramiche e tre marmi mai mostrati.", "Works on paper, ceramics and three marbles never shown before are on view.", "On y voit des œuvres sur papier, des céramiques et trois marbres inédits.", "تُعرض أعمال على الورق وخزفيات وثلاث قطع رخام لم تُعرض من قبل."],
        ["I bambini sono benvenuti.", "Children are welcome.", "Les enfants sont les bienvenus.", "الأطفال مرحب بهم."],
        ["Materiali: marmo, gesso, creta (compresi); grembiule da portare \\ da chiedere.", "Materials: marble, plaster, clay (included); bring \\ ask for an apron.", "Matériaux : marbre, plâtre, argile (compris) ; tablier à apporter \\ à demander.", "المواد: رخام وجص وطين (مشمولة)."],
    ]

    static let streets = [
        "Via Inesistente", "Piazza Immaginaria", "Vicolo degli Esempi", "Viale Segnaposto", "Via di Prova",
    ]
    static let persons = [
        ["Pinco Pallino", "Pinco Pallino", "Pinco Pallino", "بينكو بالينو"],
        ["Tizia Caia", "Tizia Caia", "Tizia Caia", "تيتسيا كايا"],
        ["Jane Placeholder", "Jane Placeholder", "Jane Placeholder", "جين بلايسهولدر"],
        ["Jean Tartempion", "Jean Tartempion", "Jean Tartempion", "جان تارتمبيون"],
        ["Fulan al-Fulani", "Fulan al-Fulani", "Foulan al-Foulani", "فلان الفلاني"],
    ]

    /// Phrases as a text, in those of the four languages that are asked for.
    static func text(_ phrases: [String], in tags: [String] = languages) -> Text {
        var text = Text()
        for (tag, phrase) in zip(languages, phrases) where tags.contains(tag) { text[tag] = phrase }
        return text
    }
}
