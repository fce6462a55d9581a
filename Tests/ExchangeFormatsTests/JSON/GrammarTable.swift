import ExchangeDiagnostics

/// Small JSON texts and what a strict reader says to them. `⟨C3 28⟩` stands for these octets.
enum GrammarTable {
    /// What the grammar of RFC 8259 yields, and RFC 7493 does not forbid.
    // swift-format-ignore
    static let accepted = [
        // Numbers
        "0", "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "0.5", "-0.5", "1.0", "10.25", "0.00001", "0e0", "0E0", "0e+0",
        "0e-0", "1e1", "1E5", "1e+5", "1E-5", "1.5e10", "-1.5E-10", "0.1e1", "1e007", "20e1", "123.456e78", "9007199254740993",
        "-9223372036854775809", "12345678901234567890", "3.14159265358979323846264338327950288419716939937510", "1e400", "-1E-400",
        // Words
        "true", "false", "null",
        // Strings
        #""""#, #""a""#, #"" ""#, #""\"""#, #""\\""#, #""\/""#, #""/""#, #""\n""#, #""\r""#, #""\t""#, #""\"\\\/\n\r\t""#, #""\\u0041""#,
        #""\\\\""#, #""\\\"""#, #""\u0041""#, #""\u00e9""#, #""\u00E9""#, #""\u20ac""#, #""\uD834\uDD1E""#, #""\ud83d\ude00""#,
        #""\uDBFF\uDFFD""#, #""\uABCD\uabcd""#, #""\u0022""#, #""\u005C""#, #""\u002F""#, #""\u0009\u000A\u000d""#, #""\uFFFD""#,
        #""é""#, #""€""#, #""𝄞""#, #""👩‍🎨""#, #""فلان""#, #""‮x""#, "\"\u{2028}\u{2029}\"", "\"\u{7F}\"", "\"\u{80}\u{9F}\"",
        "\"\u{FEFF}\"", "\"\u{10FFFD}\"", #""{[}],:""#, #""// /* # */""#, #""'""#, #""1234567""#, #""12345678""#, #""123456789""#,
        #""1234567\"""#, #""1234567é""#, #""éééééééé""#, #""null""#, #""\n1234567\n""#,
        // Arrays
        "[]", "[ ]", "[[]]", "[[],[]]", "[1]", "[1,2]", "[ 1 , 2 ]", "[\"a\"]", "[null,true,false,0,\"\",[],{}]", "[\n\r\t 1\n]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        // Objects
        "{}", "{ }", #"{"":0}"#, #"{"a":1}"#, #"{"a":1,"b":2}"#, #"{"a":{"a":{"a":1}}}"#, #"{"a":[]}"#, #"{ "a" : 1 }"#, #"{"\u0061":1}"#,
        #"{"a":"a"}"#, #"{"A":1,"a":2}"#, #"{"é":1}"#, #"{"a b":1}"#, #"{"\"":1}"#, #"{"\\":1}"#, #"{"a":1,"aa":2}"#, #"{"true":true}"#,
        #"{"a":{"b":1},"b":{"a":1}}"#, #"[{"a":1},{"a":1}]"#, "{\"a\"\n:\t1\r}",
    ]

    /// What it does not yield.
    // swift-format-ignore
    static let refused = [
        // Numbers
        "+1", "01", "00", "-01", "-00", "1.", "-1.", ".5", "-.5", "1.e1", ".e1", "1e", "1e+", "1e-", "1E", "1.5e", "e5", "1ee5", "1e5.5",
        "1.2.3", "1..2", "1e1e1", "--1", "-", "+", "- 1", "0x1F", "0b1", "0o7", "1_000", "1,000", "1a", "1f", "0x", "Infinity", "-Infinity",
        "+Infinity", "NaN", "-NaN", "nan", "inf", "∞", "１", "١", "0.e1", "9.e+", "0e", "0E+", "1.0e+", "1eE2", "1+1", "1-1", "1/2", "1.-",
        "-a", "-1x", "012", "-012", "0.3e", "0.3e+", "0e+-1", "1e++1", "0..1", ".0", "1 000", "1٫5", "1,5e", "#1", "$1", "1%", "-⟨00⟩",
        // Words
        "tru", "nul", "fals", "True", "TRUE", "False", "Null", "NULL", "None", "undefined", "nulll", "truefalse", "true false", "t", "n",
        "nu ll", "tr\nue", "yes", "no", "ʇrue", "trueé", "null0", "true\"\"",
        // Strings
        "\"", "\"a", "'a'", "a", #""a\""#, #""\""#, #""\x41""#, #""\a""#, #""\'""#, #""\0""#, #""\e""#, #""\v""#, #""\U0041""#, #""\u""#,
        #""\u0""#, #""\u00""#, #""\u004""#, #""\u004G""#, #""\uZZZZ""#, #""\u 041""#, #""\u+041""#, #""\u-041""#, #""\ ""#, "\"\\\n\"",
        #""\😀""#, #""\é""#, "\"\n\"", "\"\r\"", "\"\t\"", "\"⟨00⟩\"", "\"⟨01⟩\"", "\"⟨1F⟩\"", "\"⟨0B⟩\"", "\"1234567⟨0C⟩\"", #""a""b""#,
        #""a"b"#, "“a”", "«a»", "`a`", #""\uD834\u""#, #""\uD834\uD""#, #""\uD834\uDD""#, #""\uD834\uDD1""#, #""a\"#, #""\u{41}""#, #""\N""#,
        #""\T""#, #""\8""#, #""\u00６1""#, "\"⟨FF⟩\"", "\"⟨FE⟩\"", "\"⟨C3⟩\"", "\"⟨C3 28⟩\"", "\"⟨A0 A1⟩\"", "\"⟨E2 28 A1⟩\"", "\"⟨E2 82 28⟩\"",
        "\"⟨E2 82⟩\"", "\"⟨F0 28 8C BC⟩\"", "\"⟨F0 90 28 BC⟩\"", "\"⟨F0 9F 98⟩\"", "\"⟨C0 AF⟩\"", "\"⟨E0 80 AF⟩\"", "\"⟨F0 80 80 AF⟩\"",
        "\"⟨ED A0 80⟩\"", "\"⟨ED BF BF⟩\"", "\"⟨ED A0 B4 ED B4 9E⟩\"", "\"⟨F4 90 80 80⟩\"", "\"⟨F8 88 80 80 80⟩\"", "\"⟨FC 84 80 80 80 80⟩\"",
        "\"⟨80⟩\"", "\"⟨BF⟩\"", "\"⟨C1 81⟩\"", "\"1234567⟨C3⟩\"", "\"⟨C3⟩\\u0080\"", "⟨FF⟩", "é", "\u{A0}1", "⟨EF BB BF⟩1", "\u{2060}1",
        "⟨0C⟩1", "⟨0B⟩1", "⟨00⟩1", "1⟨00⟩", "⟨E5⟩",
        // Arrays
        "[", "]", "[1", "[1,", "[,", "[,]", "[1,]", "[,1]", "[1,,2]", "[1,,]", "[1 2]", "[1;2]", "[1:2]", #"["a":1]"#, "[1}", "[[1]", "[1]]",
        "[{]", "[(1)]", "(1)", "[1]x", "[...]", "[1,\n2", #"[ , ""]"#, #"["",]"#, #"["""#, #"["": 1]"#, "[#]", "[1 // c\n]", "[/**/1]", "<1>",
        "[*]", #"[\u0031]"#, "[a]", "[1,]]", "[\"a", "[\"a\"", "[⟨00⟩]", "[⟨FF⟩]", "[-]", "[tru]", "[,,]", "[[],",
        // Objects
        "{", "}", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,"#, "{,}", #"{"a":1,}"#, #"{,"a":1}"#, #"{"a":1,,"b":2}"#, #"{"a" 1}"#, #"{"a"=1}"#,
        #"{"a"=>1}"#, #"{"a",1}"#, "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", #"{"a"::1}"#, #"{"a":}"#, #"{"a"}"#, #"{"a":1 "b":2}"#,
        #"{"a":1;"b":2}"#, #"{"a":1]"#, "{{}}", #"{"a":1}}"#, #"{"a":1}{"#, #"{"a":1}/"#, #"{"a":1}//"#, #"{"a":1}#"#, #"{"a":1/**/}"#,
        #"{/**/"a":1}"#, "{\"a\":1 //\n}", "{:1}", #"{"":}"#, #"{"a":1,"b"}"#, #"{"a":1,1}"#, #"{"a":"b",}"#, #"{"a":undefined}"#, #"{"a":b}"#,
        #"{"a\q":1}"#, "{\"⟨B9⟩\":1}", "{\"a\n\":1}",
        // Around a value
        "", " ", ",", ":", "1,", "1:2", "*", "\\", "@", "&", "<null>", "abc", "🦄", "1 1", "{} {}", "[] []", #""a" "b""#, "null null", "/**/",
        "//\n", "<!---->", "1;", "=1",
    ]

    /// What the grammar yields and this reader refuses, or the grammar leaves open: with the verdict, nil for accepted.
    // swift-format-ignore
    static let decided: [(String, Code?, String)] = [
        (#""\b""#,                                  .controlCharacter, "XML cannot carry a backspace"),
        (#""\f""#,                                  .controlCharacter, "nor a form feed"),
        (#""\u0000""#,                              .controlCharacter, "nor any C0 control but tab and the ends of lines"),
        (#""\u001f""#,                              .controlCharacter, "the same"),
        (#""\uFFFF""#,                              .controlCharacter, "RFC 7493 section 2.1 refuses noncharacters"),
        (#""\uFDD0""#,                              .controlCharacter, "the same"),
        (#""\uD83F\uDFFE""#,                        .controlCharacter, "the same, in a plane above"),
        ("\"⟨EF BF BF⟩\"",                          .controlCharacter, "the same, unescaped"),
        ("\"⟨F0 9F BF BE⟩\"",                       .controlCharacter, "the same, unescaped, in a plane above"),
        (#""\uD800""#,                              .badEscape,        "RFC 7493 section 2.1 refuses half a pair"),
        (#""\uDC00""#,                              .badEscape,        "the other half"),
        (#""\uDC00\uD800""#,                        .badEscape,        "two halves in the wrong order"),
        (#""\uD800\uD800""#,                        .badEscape,        "twice the same half"),
        (#""\uD800\n""#,                            .badEscape,        "half a pair before another escape"),
        (#""\uD800a""#,                             .badEscape,        "half a pair before a letter"),
        (#"{"a":1,"a":1}"#,                         .duplicateKey,     "RFC 7493 section 2.3 refuses a name that comes twice"),
        (#"{"a":1,"b":2,"\u0061":3}"#,              .duplicateKey,     "however it is spelled"),
        ("{\"\u{E9}\":1,\"e\u{301}\":2}",           .duplicateKey,     "also if it is the same to every reader of Unicode"),
        (#"{"":1,"":1}"#,                           .duplicateKey,     "also if it is empty"),
        ("\"\\r\\n\"",                              nil,               "an end of line is read as a line feed, and said"),
        ("1e999999999",                             nil,               "a number of no field is kept as it is written"),
        ("-0",                                      nil,               "the same"),
        ("123456789012345678901234567890",          nil,               "the same"),
        ("0.1000000000000000055511151231257827021", nil,               "the same"),
        ("\"\u{7F}\"",                              nil,               "DEL is a character of XML"),
        ("\"\u{85}\"",                              nil,               "and so are the C1 controls"),
        ("\"\u{202E}\"",                            nil,               "what overrides direction is left to the rules"),
        ("\"e\u{301}\"",                            nil,               "nothing is normalised"),
    ]

    /// The octets of a text.
    static func octets(_ text: String) -> [UInt8] {
        var octets: [UInt8] = []
        var hexadecimal = ""
        var isHexadecimal = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟨": isHexadecimal = true
            case "⟩":
                octets += hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
                (hexadecimal, isHexadecimal) = ("", false)
            default:
                if isHexadecimal {
                    hexadecimal.unicodeScalars.append(scalar)
                } else {
                    octets += UTF8.encode(scalar) ?? .init()
                }
            }
        }
        return octets
    }
}
