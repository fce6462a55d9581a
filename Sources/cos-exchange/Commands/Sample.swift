/// The small exchange that is built in, for a first try and for the test of a pipeline.
///
/// Two cities, a weekly opening with an exception and an override, conversations online, an event that was put off, a
/// route, a place whose address its artist does not give away. Not every text is in every language. Everybody in it is
/// invented.
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
            "it": "Studi Aperti di prova 2026",
            "en": "Sample Open Studios 2026",
            "fr": "Ateliers ouverts d’exemple 2026",
            "ar": "الاستوديوهات المفتوحة (نموذج) 2026"
          },
          "baseURI": "https://data.open-studios.example/id/",
          "generated": "2026-04-20T09:00:00Z",
          "tzdb": "2025b",
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
                "it": "Associazione Esempio",
                "en": "Example Association"
              },
              "kind": "association",
              "city": "carrara",
              "email": "info@open-studios.example"
            }
          ],
          "programmes": [
            {
              "id": "open-studios",
              "name": {
                "it": "Studi Aperti di prova",
                "en": "Sample Open Studios",
                "ar": "الاستوديوهات المفتوحة (نموذج)"
              },
              "kind": "open-studios",
              "since": 2013,
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
                "en": "2026 edition",
                "ar": "دورة 2026"
              },
              "city": "carrara",
              "start": "2026-05-07",
              "end": "2026-06-14",
              "status": "scheduled",
              "hashtags": ["StudiApertiDiProva"]
            }
          ],
          "places": [
            {
              "id": "laboratorio-prova",
              "name": {
                "it": "Laboratorio di Prova",
                "en": "Sample Workshop",
                "fr": "Atelier d’essai",
                "ar": "ورشة النموذج"
              },
              "kind": "workshop",
              "city": "carrara",
              "street": {
                "it": "Via Inesistente 1"
              },
              "postcode": "54033",
              "latitude": 44.0793,
              "longitude": 10.0977,
              "precision": "exact",
              "access": "open",
              "settings": ["centre"],
              "disciplines": ["sculpture", "mosaic"],
              "accessible": ["step-free-entrance", "assistance-dog"],
              "notAccessible": ["accessible-toilet"]
            },
            {
              "id": "studio-del-monte",
              "name": {
                "it": "Studio del Monte",
                "en": "Mountain Studio",
                "fr": "Atelier de la montagne",
                "ar": "استوديو الجبل"
              },
              "kind": "studio",
              "city": "carrara",
              "latitude": 44.09,
              "longitude": 10.13,
              "precision": "district",
              "access": "by-appointment",
              "directions": {
                "it": "L’indirizzo è comunicato alla prenotazione.",
                "en": "The address is given on booking."
              },
              "settings": ["outskirts", "mountain"],
              "disciplines": ["sculpture"]
            },
            {
              "id": "sala-assuan",
              "name": {
                "it": "Sala di prova, Assuan",
                "en": "Sample Hall, Aswan",
                "ar": "قاعة النموذج، أسوان"
              },
              "kind": "exhibition-space",
              "city": "aswan",
              "street": {
                "it": "Via dell’Esempio 2",
                "ar": "شارع المثال 2"
              },
              "latitude": 24.0908,
              "longitude": 32.8994,
              "precision": "street",
              "access": "open",
              "disciplines": ["ceramics"],
              "accessible": ["step-free-entrance", "accessible-toilet", "seating"]
            }
          ],
          "artists": [
            {
              "id": "pinco-pallino",
              "name": {
                "it": "Pinco Pallino",
                "ar": "بينكو بالّينو"
              },
              "kind": "person",
              "sortName": "Pallino, Pinco",
              "city": "carrara",
              "places": ["laboratorio-prova"],
              "disciplines": ["sculpture"],
              "languages": ["it", "en"],
              "email": "pinco@open-studios.example",
              "consentScope": ["name", "image", "contact", "address", "transfer"],
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
              "places": ["laboratorio-prova", "studio-del-monte"],
              "disciplines": ["mosaic", "video-art"],
              "languages": ["it", "fr"],
              "consentScope": ["name", "image", "transfer"],
              "consentDate": "2026-02-01"
            },
            {
              "id": "fulan-al-fulani",
              "name": {
                "it": "Fulan al-Fulani",
                "fr": "Foulan al-Foulani",
                "ar": "فلان الفلاني",
                "ar-Latn": "Fulān al-Fulānī"
              },
              "kind": "person",
              "sortName": "Fulani, Fulan al-",
              "city": "aswan",
              "places": ["sala-assuan"],
              "disciplines": ["ceramics"],
              "languages": ["ar", "en"],
              "consentScope": ["name", "image", "transfer"],
              "consentDate": "2026-03-10"
            }
          ],
          "events": [
            {
              "id": "incontri-online",
              "edition": "2026",
              "name": {
                "it": "Incontri in rete",
                "en": "Online conversations",
                "ar": "لقاءات عبر الإنترنت"
              },
              "kind": "talk",
              "status": "scheduled",
              "online": ["https://live.open-studios.example/incontri"],
              "artists": [
                {"ref": "pinco-pallino", "role": "speaker"}
              ],
              "languages": ["it"],
              "accessible": ["live-captions"],
              "timeZone": "Europe/Rome",
              "isFree": true,
              "booking": "none",
              "slots": [
                {
                  "id": "s1",
                  "start": "2026-05-07T18:00",
                  "end": "2026-05-07T18:30",
                  "repeat": "FREQ=WEEKLY",
                  "count": 4
                }
              ]
            },
            {
              "id": "apertura",
              "edition": "2026",
              "name": {
                "it": "Apertura degli studi",
                "en": "Studios open",
                "fr": "Ouverture des ateliers",
                "ar": "الاستوديوهات تفتح أبوابها"
              },
              "description": {
                "it": "Gli artisti aprono i laboratori.\nIngresso libero; gruppi su prenotazione.",
                "en": "Artists open their workshops.\nFree entry; groups by booking.",
                "ar": "يفتح الفنانون ورشهم أمام الجمهور.\nالدخول مجاني، والمجموعات بالحجز."
              },
              "kind": "opening",
              "status": "scheduled",
              "places": ["laboratorio-prova", "studio-del-monte"],
              "artists": [
                {"ref": "pinco-pallino", "role": "host"},
                {"ref": "collettivo-esempio", "role": "host"}
              ],
              "organisations": [
                {"ref": "associazione-esempio", "role": "organiser"}
              ],
              "disciplines": ["sculpture", "mosaic"],
              "languages": ["it", "en"],
              "timeZone": "Europe/Rome",
              "isFree": true,
              "booking": "recommended",
              "bookingURL": "https://book.open-studios.example/apertura",
              "revision": 2,
              "updated": "2026-04-18T16:20:00Z",
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
              "id": "dimostrazione-assuan",
              "edition": "2026",
              "name": {
                "it": "Dimostrazione ad Assuan",
                "en": "Demonstration in Aswan",
                "ar": "عرض حيّ في أسوان"
              },
              "kind": "demonstration",
              "strand": "collateral",
              "status": "rescheduled",
              "previousStart": "2026-06-05T17:00",
              "places": ["sala-assuan"],
              "online": ["https://live.open-studios.example/assuan"],
              "artists": [
                {"ref": "fulan-al-fulani", "role": "demonstrator"}
              ],
              "disciplines": ["ceramics"],
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
              "durationMinutes": 90,
              "stops": [
                {
                  "place": "laboratorio-prova"
                },
                {
                  "place": "studio-del-monte"
                }
              ]
            }
          ],
          "media": [
            {
              "id": "video-01",
              "kind": "video",
              "name": {
                "it": "Intervista a Pinco Pallino",
                "en": "Interview with Pinco Pallino"
              },
              "about": ["artist/pinco-pallino", "event/incontri-online"],
              "languages": ["it"],
              "subtitles": ["en", "fr", "ar"],
              "published": "2026-04-16",
              "duration": "PT14M30S",
              "url": "https://media.open-studios.example/v/01",
              "licence": "CC-BY-NC-4.0",
              "rightsHolder": "Associazione Esempio"
            },
            {
              "id": "img-01",
              "kind": "image",
              "alt": {
                "it": "Blocchi di marmo in un cortile.",
                "en": "Marble blocks in a courtyard."
              },
              "about": ["place/laboratorio-prova", "event/apertura"],
              "url": "https://media.open-studios.example/i/01.jpg",
              "licence": "CC-BY-4.0",
              "rightsHolder": "Collettivo Esempio"
            }
          ],
          "cooperations": [
            {
              "id": "carrara-aswan",
              "name": {
                "it": "Carrara–Assuan",
                "en": "Carrara–Aswan",
                "ar": "كرارا – أسوان"
              },
              "kind": "capacity-building",
              "cities": ["carrara", "aswan"],
              "programmes": ["open-studios"],
              "start": "2025-03-01",
              "status": "active"
            }
          ]
        }

        """#
}
