/// What somebody would write in Rust with the crate `csv`: records of a table in memory, each read into the same
/// `StringRecord`, which is valid UTF-8.
///
/// Cargo builds it of the crates that Debian packages, and asks nobody for others.
enum RustProgram {
    static let manifest = """
        [package]
        name = "table"
        version = "1.0.0"
        edition = "2021"

        [[bin]]
        name = "table"
        path = "table.rs"

        [dependencies]
        csv = "1"

        [workspace]

        """

    static let configuration = """
        [source.crates-io]
        replace-with = "debian"

        [source.debian]
        directory = "/usr/share/cargo/registry"

        """

    static let text = #"""
        use std::time::Instant;

        struct Count {
            rows: u64,
            cells: u64,
            octets: u64,
        }

        fn reader(octets: &[u8]) -> csv::Reader<&[u8]> {
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(octets)
        }

        fn count(octets: &[u8]) -> Result<Count, csv::Error> {
            let mut reader = reader(octets);
            let mut record = csv::StringRecord::new();
            let mut count = Count { rows: 0, cells: 0, octets: 0 };
            while reader.read_record(&mut record)? {
                count.rows += 1;
                count.cells += record.len() as u64;
                for cell in &record {
                    count.octets += cell.len() as u64;
                }
            }
            Ok(count)
        }

        fn checksum(octets: &[u8]) -> Result<u64, csv::Error> {
            let mut reader = reader(octets);
            let mut record = csv::StringRecord::new();
            let mut sum: u64 = 0xCBF2_9CE4_8422_2325;
            let mut add = |octet: u8| sum = (sum ^ octet as u64).wrapping_mul(0x100_0000_01B3);
            while reader.read_record(&mut record)? {
                for cell in &record {
                    cell.bytes().for_each(&mut add);
                    add(0x1F);
                }
                add(0x1E);
            }
            Ok(sum & 0xFFFF_FFFF_FFFF)
        }

        fn main() -> Result<(), Box<dyn std::error::Error>> {
            let path = std::env::args().nth(1).ok_or("a file is needed")?;
            if path == "--version" {
                let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"))?;
                let mut lines = lock.lines().skip_while(|line| *line != "name = \"csv\"").skip(1);
                let version = lines.next().unwrap_or("").trim_start_matches("version = ").trim_matches('"');
                println!("Rust csv {version}");
                return Ok(());
            }
            let octets = std::fs::read(path)?;
            let mut seconds = Vec::new();
            let mut found = count(&octets)?;
            for _ in 0..5 {
                let began = Instant::now();
                found = count(&octets)?;
                seconds.push(began.elapsed().as_secs_f64());
            }
            seconds.sort_by(f64::total_cmp);
            println!("rows {}\ncells {}\noctets {}", found.rows, found.cells, found.octets);
            println!("checksum {}\nseconds {:.9}", checksum(&octets)?, seconds[seconds.len() / 2]);
            Ok(())
        }

        """#
}
