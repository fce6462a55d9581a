/// The exchange that 'init' writes: the least that a programme needs, with invented names, in its canonical form.
enum Starter {
    // swift-format-ignore
    static let text = #"""
        {
          "$schema": "urn:cos-exchange:schema:1.0",
          "format": "cos-exchange",
          "schemaVersion": "1.0",
          "id": "il-mio-programma",
          "name": {
            "it": "Nome del vostro programma",
            "en": "Name of your programme"
          },
          "baseURI": "https://data.il-vostro-dominio.example/id/",
          "generated": "2026-11-01T08:00:00Z",
          "tzdb": "2025b",
          "languages": ["it", "en"],
          "publisher": "la-mia-associazione",
          "description": {
            "it": "File di partenza: sostituite ogni valore, poi controllate con «cos-exchange validate».",
            "en": "Starter file: replace every value, then check with “cos-exchange validate”."
          },
          "licence": "CC-BY-4.0",
          "cities": [
            {
              "id": "la-mia-citta",
              "name": {
                "it": "La vostra città",
                "en": "Your city"
              },
              "country": "IT",
              "timeZone": "Europe/Rome"
            }
          ],
          "organisations": [
            {
              "id": "la-mia-associazione",
              "name": {
                "it": "Chi pubblica il programma",
                "en": "Who publishes the programme"
              },
              "kind": "association",
              "city": "la-mia-citta",
              "email": "info@il-vostro-dominio.example"
            }
          ],
          "programmes": [
            {
              "id": "studi-aperti",
              "name": {
                "it": "Studi aperti",
                "en": "Open studios"
              },
              "kind": "open-studios",
              "organisations": [
                {"ref": "la-mia-associazione", "role": "organiser"}
              ],
              "cities": ["la-mia-citta"]
            }
          ],
          "editions": [
            {
              "id": "2027",
              "programme": "studi-aperti",
              "name": {
                "it": "Edizione 2027",
                "en": "2027 edition"
              },
              "city": "la-mia-citta",
              "start": "2027-05-07",
              "end": "2027-06-13"
            }
          ],
          "places": [
            {
              "id": "primo-studio",
              "name": {
                "it": "Nome dello studio",
                "en": "Name of the studio"
              },
              "kind": "studio",
              "city": "la-mia-citta",
              "street": {
                "it": "Via e numero civico",
                "en": "Street and number"
              },
              "latitude": 44.0793,
              "longitude": 10.0977,
              "precision": "exact",
              "access": "open",
              "directions": {
                "it": "Come si arriva; correggete anche le coordinate.",
                "en": "How to get there; correct the coordinates too."
              },
              "accessible": ["step-free-entrance"]
            }
          ],
          "artists": [
            {
              "id": "primo-artista",
              "name": {
                "it": "Nome e cognome",
                "en": "First and last name"
              },
              "kind": "person",
              "sortName": "Cognome, Nome",
              "city": "la-mia-citta",
              "places": ["primo-studio"],
              "disciplines": ["sculpture"],
              "languages": ["it", "en"],
              "consentScope": ["name", "image", "address", "transfer"],
              "consentDate": "2026-10-01"
            }
          ],
          "events": [
            {
              "id": "prima-apertura",
              "edition": "2027",
              "name": {
                "it": "Apertura dello studio",
                "en": "Studio open"
              },
              "description": {
                "it": "Che cosa si vede e per chi è adatto.",
                "en": "What there is to see, and whom it suits."
              },
              "kind": "opening",
              "status": "scheduled",
              "places": ["primo-studio"],
              "artists": [
                {"ref": "primo-artista", "role": "host"}
              ],
              "languages": ["it", "en"],
              "timeZone": "Europe/Rome",
              "isFree": true,
              "booking": "none",
              "slots": [
                {
                  "id": "s1",
                  "start": "2027-05-07T16:00",
                  "end": "2027-05-07T19:00"
                }
              ]
            }
          ]
        }

        """#
}
