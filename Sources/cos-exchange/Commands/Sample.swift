/// The small exchange that is built in, for a first try and for the test of a pipeline.
///
/// Two cities, whole weekends with an exception and an override, an event that is also online, a cancelled one, a route.
/// Everybody in it is invented.
enum Sample {
    static let octets = Array(text.utf8)

    // swift-format-ignore
    private static let text = #"""
        {
          "$schema": "urn:cos-exchange:schema:1.0",
          "format": "cos-exchange",
          "schemaVersion": "1.0",
          "id": "sample-open-studios-2026",
          "name": {
            "it": "Studi Aperti d'esempio 2026",
            "en": "Sample Open Studios 2026",
            "fr": "Ateliers ouverts (exemple) 2026",
            "ar": "استوديوهات مفتوحة (مثال) 2026"
          },
          "baseURI": "https://data.open-studios.example/id/",
          "generated": "2026-05-04T09:00:00Z",
          "languages": ["it", "en", "fr", "ar"],
          "publisher": "associazione-esempio",
          "licence": "CC-BY-4.0",
          "cities": [
            {
              "id": "carrara",
              "name": {
                "it": "Carrara",
                "fr": "Carrare",
                "ar": "كرارا"
              },
              "country": "IT",
              "timeZone": "Europe/Rome",
              "languages": ["it"],
              "creativeFields": ["crafts-and-folk-art"]
            },
            {
              "id": "aswan",
              "name": {
                "it": "Assuan",
                "en": "Aswan",
                "fr": "Assouan",
                "ar": "أسوان"
              },
              "country": "EG",
              "timeZone": "Africa/Cairo",
              "languages": ["ar"],
              "creativeFields": ["crafts-and-folk-art"]
            }
          ],
          "organisations": [
            {
              "id": "associazione-esempio",
              "name": {
                "it": "Associazione Esempio"
              },
              "kind": "association",
              "city": "carrara",
              "url": "https://www.open-studios.example/"
            }
          ],
          "programmes": [
            {
              "id": "open-studios",
              "name": {
                "it": "Studi Aperti d'esempio",
                "en": "Sample Open Studios"
              },
              "kind": "open-studios",
              "organisations": [
                {"ref": "associazione-esempio", "role": "organiser"}
              ],
              "cities": ["carrara", "aswan"]
            }
          ],
          "editions": [
            {
              "id": "2026",
              "programme": "open-studios",
              "name": {
                "it": "Edizione 2026",
                "en": "2026 edition"
              },
              "city": "carrara",
              "start": "2026-05-29",
              "end": "2026-06-14",
              "status": "scheduled"
            }
          ],
          "places": [
            {
              "id": "laboratorio-prova",
              "name": {
                "it": "Laboratorio di Prova",
                "en": "Sample Workshop",
                "fr": "Atelier d'essai",
                "ar": "ورشة المثال"
              },
              "kind": "workshop",
              "city": "carrara",
              "street": {
                "it": "Via Inesistente 1"
              },
              "latitude": 44.0793,
              "longitude": 10.0977,
              "precision": "exact",
              "access": "open",
              "settings": ["centre"],
              "disciplines": ["sculpture"],
              "accessible": ["step-free-entrance"],
              "notAccessible": ["accessible-toilet"]
            },
            {
              "id": "studio-del-monte",
              "name": {
                "it": "Studio del Monte",
                "en": "Mountain Studio"
              },
              "kind": "studio",
              "city": "carrara",
              "latitude": 44.09,
              "longitude": 10.13,
              "precision": "district",
              "access": "by-appointment",
              "directions": {
                "it": "L'indirizzo è comunicato alla prenotazione.",
                "en": "The address is given on booking."
              },
              "settings": ["mountain"]
            },
            {
              "id": "sala-assuan",
              "name": {
                "ar": "قاعة المثال",
                "en": "Sample Hall"
              },
              "kind": "exhibition-space",
              "city": "aswan",
              "latitude": 24.0908,
              "longitude": 32.8994,
              "precision": "street",
              "access": "open"
            }
          ],
          "artists": [
            {
              "id": "pinco-pallino",
              "name": {
                "it": "Pinco Pallino"
              },
              "kind": "person",
              "city": "carrara",
              "places": ["laboratorio-prova"],
              "disciplines": ["sculpture"],
              "languages": ["it", "en"],
              "description": {
                "it": "Scultore inventato: «marmo, gesso; cera».",
                "en": "An invented sculptor.\nHe does not exist."
              },
              "email": "pinco@open-studios.example",
              "consentScope": ["name"],
              "consentDate": "2026-02-01"
            },
            {
              "id": "collettivo-esempio",
              "name": {
                "it": "Collettivo Esempio",
                "en": "Example Collective"
              },
              "kind": "group",
              "members": ["pinco-pallino"],
              "city": "carrara",
              "places": ["studio-del-monte"],
              "disciplines": ["mosaic", "video-art"]
            },
            {
              "id": "fulan-al-fulani",
              "name": {
                "ar": "فلان الفلاني",
                "en": "Fulan al-Fulani"
              },
              "kind": "person",
              "city": "aswan",
              "places": ["sala-assuan"],
              "disciplines": ["ceramics"],
              "languages": ["ar", "en"],
              "consentScope": ["name", "transfer"],
              "consentDate": "2026-03-10"
            }
          ],
          "events": [
            {
              "id": "apertura",
              "edition": "2026",
              "name": {
                "it": "Apertura degli studi",
                "en": "Studios open",
                "fr": "Ouverture des ateliers",
                "ar": "افتتاح الاستوديوهات"
              },
              "description": {
                "it": "Gli artisti aprono i laboratori.",
                "en": "Artists open their workshops."
              },
              "kind": "opening",
              "strand": "main",
              "status": "scheduled",
              "places": ["laboratorio-prova"],
              "artists": [
                {"ref": "pinco-pallino", "role": "host"}
              ],
              "disciplines": ["sculpture"],
              "languages": ["it", "en"],
              "timeZone": "Europe/Rome",
              "isFree": true,
              "booking": "recommended",
              "bookingURL": "https://book.open-studios.example/apertura",
              "slots": [
                {
                  "id": "am",
                  "start": "2026-05-29T10:00",
                  "end": "2026-05-29T13:00",
                  "repeat": "FREQ=WEEKLY;BYDAY=FR,SA,SU",
                  "until": "2026-06-14",
                  "except": ["2026-06-07"],
                  "overrides": [
                    {
                      "on": "2026-06-13",
                      "start": "2026-06-13T11:00",
                      "end": "2026-06-13T14:00",
                      "note": {
                        "it": "Inizio posticipato.",
                        "en": "Later start."
                      }
                    }
                  ]
                }
              ]
            },
            {
              "id": "dimostrazione",
              "edition": "2026",
              "name": {
                "ar": "عرض حيّ",
                "en": "Demonstration",
                "it": "Dimostrazione"
              },
              "kind": "demonstration",
              "strand": "collateral",
              "status": "scheduled",
              "places": ["sala-assuan"],
              "online": ["https://live.open-studios.example/assuan"],
              "artists": [
                {"ref": "fulan-al-fulani", "role": "demonstrator"}
              ],
              "languages": ["ar"],
              "cooperation": "carrara-aswan",
              "timeZone": "Africa/Cairo",
              "isFree": true,
              "slots": [
                {
                  "id": "s1",
                  "start": "2026-06-06T17:00",
                  "end": "2026-06-06T19:00"
                }
              ]
            },
            {
              "id": "concerto",
              "edition": "2026",
              "name": {
                "it": "Concerto in cava",
                "en": "Concert in the quarry"
              },
              "kind": "concert",
              "strand": "collateral",
              "status": "cancelled",
              "places": ["studio-del-monte"],
              "timeZone": "Europe/Rome",
              "slots": [
                {
                  "id": "s1",
                  "start": "2026-06-05T21:00",
                  "end": "2026-06-05T23:00"
                }
              ]
            }
          ],
          "routes": [
            {
              "id": "centro-monti",
              "edition": "2026",
              "name": {
                "it": "Dal centro ai monti",
                "en": "From the centre to the mountains"
              },
              "modes": ["walk", "bus"],
              "lengthMetres": 5200,
              "stops": [
                {
                  "place": "laboratorio-prova"
                },
                {
                  "place": "studio-del-monte",
                  "note": {
                    "it": "Capolinea della navetta.",
                    "en": "Shuttle terminus."
                  }
                }
              ]
            }
          ],
          "media": [
            {
              "id": "video-1",
              "kind": "video",
              "name": {
                "it": "Intervista a Pinco Pallino"
              },
              "about": ["artist/pinco-pallino"],
              "languages": ["it"],
              "subtitles": ["en", "ar"],
              "published": "2026-05-07",
              "duration": "PT14M30S",
              "url": "https://media.open-studios.example/v/1",
              "licence": "CC-BY-NC-4.0"
            }
          ],
          "cooperations": [
            {
              "id": "carrara-aswan",
              "name": {
                "it": "Carrara–Assuan",
                "en": "Carrara–Aswan"
              },
              "kind": "capacity-building",
              "cities": ["carrara", "aswan"],
              "status": "active"
            }
          ]
        }

        """#
}
