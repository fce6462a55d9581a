/// The exchange that 'init' writes: the least that a programme needs, with invented names, in its canonical form.
enum Starter {
    // swift-format-ignore
    static let text = #"""
        {
          "$schema": "urn:cos-exchange:schema:1.0",
          "format": "cos-exchange",
          "schemaVersion": "1.0",
          "id": "my-open-studios",
          "name": {
            "it": "Studi Aperti",
            "en": "Open Studios"
          },
          "baseURI": "https://my-city.example/id/",
          "generated": "2026-01-01T00:00:00Z",
          "languages": ["it", "en"],
          "publisher": "my-office",
          "licence": "CC-BY-4.0",
          "cities": [
            {
              "id": "my-city",
              "name": {
                "it": "La mia città",
                "en": "My city"
              },
              "country": "IT",
              "timeZone": "Europe/Rome",
              "languages": ["it"]
            }
          ],
          "organisations": [
            {
              "id": "my-office",
              "name": {
                "it": "Ufficio cultura",
                "en": "Culture office"
              },
              "kind": "municipality",
              "city": "my-city"
            }
          ],
          "programmes": [
            {
              "id": "open-studios",
              "name": {
                "it": "Studi Aperti",
                "en": "Open Studios"
              },
              "kind": "open-studios",
              "organisations": [
                {"ref": "my-office", "role": "organiser"}
              ],
              "cities": ["my-city"]
            }
          ],
          "editions": [
            {
              "id": "2027",
              "programme": "open-studios",
              "name": {
                "it": "Edizione 2027",
                "en": "2027 edition"
              },
              "city": "my-city",
              "start": "2027-06-04",
              "end": "2027-06-20",
              "status": "scheduled"
            }
          ],
          "places": [
            {
              "id": "first-studio",
              "name": {
                "it": "Primo studio",
                "en": "First studio"
              },
              "kind": "studio",
              "city": "my-city",
              "precision": "city",
              "access": "open"
            }
          ],
          "artists": [
            {
              "id": "first-artist",
              "name": {
                "it": "Pinco Pallino"
              },
              "kind": "person",
              "city": "my-city",
              "places": ["first-studio"],
              "disciplines": ["sculpture"],
              "consentScope": ["name"],
              "consentDate": "2027-01-15"
            }
          ],
          "events": [
            {
              "id": "opening",
              "edition": "2027",
              "name": {
                "it": "Apertura",
                "en": "Opening"
              },
              "kind": "opening",
              "status": "scheduled",
              "places": ["first-studio"],
              "artists": [
                {"ref": "first-artist", "role": "host"}
              ],
              "timeZone": "Europe/Rome",
              "slots": [
                {
                  "id": "am",
                  "start": "2027-06-04T10:00",
                  "end": "2027-06-04T13:00",
                  "repeat": "FREQ=WEEKLY;BYDAY=FR,SA,SU",
                  "until": "2027-06-20"
                }
              ]
            }
          ]
        }

        """#
}
