/// A language in which headings can be given; findings themselves are in English.
enum InterfaceLanguage: String, CaseIterable {
    case italian = "it"
    case english = "en"
    case french = "fr"
    case arabic = "ar"

    var isWrittenFromRightToLeft: Bool { self == .arabic }

    /// What a heading or a label says in it.
    subscript(_ phrase: Phrase) -> String {
        let versions = phrase.versions
        return switch self {
        case .italian: versions.it
        case .english: versions.en
        case .french: versions.fr
        case .arabic: versions.ar
        }
    }
}

/// A heading or a label of a page.
enum Phrase {
    case title, fitToPublish, unfitToPublish, fitForDraft, unfitForDraft, nothingFound, errors, warnings, notes,
        records,
        byContact, byRule, nobody, place, didYouMean, more, systemErrors, profile, files

    // swift-format-ignore
    fileprivate var versions: (it: String, en: String, fr: String, ar: String) {
        switch self {
        case .title:          ("Controllo dei dati", "Check of the data", "Contrôle des données", "فحص البيانات")
        case .fitToPublish:   ("Si può pubblicare", "Fit to be published", "Publiable", "صالح للنشر")
        case .unfitToPublish: ("Non si può pubblicare", "Not fit to be published", "Non publiable", "غير صالح للنشر")
        case .fitForDraft:    ("La bozza va bene", "Fine for a draft", "Bon pour un brouillon", "صالح كمسودة")
        case .unfitForDraft:  ("La bozza ha errori", "The draft has errors", "Le brouillon a des erreurs", "في المسودة أخطاء")
        case .nothingFound:   ("Nessun rilievo", "Nothing found", "Rien à signaler", "لا توجد ملاحظات")
        case .errors:         ("errori", "errors", "erreurs", "أخطاء")
        case .warnings:       ("avvisi", "warnings", "avertissements", "تحذيرات")
        case .notes:          ("note", "notes", "remarques", "ملاحظات")
        case .records:        ("schede", "records", "fiches", "سجلات")
        case .byContact:      ("Chi chiamare", "By whom to call", "Qui appeler", "بمن نتصل")
        case .byRule:         ("Per regola", "By rule", "Par règle", "حسب القاعدة")
        case .nobody:         ("Senza un responsabile indicato", "Nobody named", "Sans responsable indiqué", "بلا مسؤول مذكور")
        case .place:          ("Dove", "Where", "Où", "الموضع")
        case .didYouMean:     ("Forse", "Did you mean", "Peut-être", "هل تقصد")
        case .more:           ("altri", "more", "autres", "أخرى")
        case .systemErrors:   ("Non si è potuto leggere", "Could not be read", "N’a pas pu être lu", "تعذرت القراءة")
        case .profile:        ("profilo", "profile", "profil", "النمط")
        case .files:          ("File", "Files", "Fichiers", "الملفات")
        }
    }
}
