import ExchangeBytes
import Testing

@Suite struct ByteBufferTests {
    @Test("what is appended is there, whatever its length and however it is appended")
    func appending() {
        var buffer = ByteBuffer(capacity: 1)
        var source = ByteBuffer()
        var expected: [UInt8] = []
        for count in Array(0...70) + [255, 256, 257, 5000] {
            let run = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            source.removeAll()
            source.append(contentsOf: run)
            let slice = buffer.append(sliceOf: source.bytes)
            buffer.append(UInt8(count & 0xFF))
            expected += run + [UInt8(count & 0xFF)]
            #expect(Array(UnsafeRawBufferPointer(start: buffer[slice].start, count: buffer[slice].count)) == run)
        }
        #expect(Array(UnsafeRawBufferPointer(start: buffer.bytes.start, count: buffer.count)) == expected)
        buffer.truncate(to: 3)
        buffer.append("end")
        buffer.append(" è")
        #expect(buffer.count == 9)
        #expect(buffer.bytes.last(6).text == "end è")
    }

    @Test("runs are equal if all their octets are", arguments: 0...40)
    func equality(_ count: Int) {
        var left = ByteBuffer()
        var right = ByteBuffer()
        left.append(utf8: String(repeating: "a", count: count) + "xxxxxxxx")
        right.append(utf8: String(repeating: "a", count: count) + "yyyyyyyy")
        let same = left.bytes.prefix(count)
        #expect(same.equals(right.bytes.prefix(count)))
        #expect(!same.equals(right.bytes.prefix(count + 1)))
        for index in 0..<count {
            var other = ByteBuffer()
            let letters = (0..<count).map { $0 == index ? UInt8(ascii: "A") : UInt8(ascii: "a") }
            other.append(contentsOf: letters)
            #expect(!same.equals(other.bytes))
            #expect(same.equalsIgnoringCase(other.bytes))
        }
    }

    @Test("letters alone are the same in either case")
    func folding() {
        var left = ByteBuffer()
        var right = ByteBuffer()
        for octet in UInt8.min...UInt8.max {
            for other in UInt8.min...UInt8.max {
                left.removeAll()
                right.removeAll()
                left.append(octet)
                right.append(other)
                let lower = [octet, other].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
                if left.bytes.equalsIgnoringCase(right.bytes) != (lower[0] == lower[1]) {
                    Issue.record("\(octet) \(other)")
                }
            }
        }
    }

    @Test("the ends of a run are words with zeroes for what is not there")
    func ends() {
        var buffer = ByteBuffer()
        buffer.append("abcdefghij")
        #expect(buffer.bytes.prefix(2).head == 0x6261)
        #expect(buffer.bytes.prefix(2).tail == 0x6261)
        #expect(buffer.bytes.prefix(0).head == 0)
        #expect(buffer.bytes.head == 0x6867_6665_6463_6261)
        #expect(buffer.bytes.tail == 0x6A69_6867_6665_6463)
    }

    @Test("a store keeps what is appended")
    func store() {
        var store = Store<Int>(capacity: 1)
        for number in 0..<100 { store.append(number) }
        store.append(repeating: 7, count: 1000)
        #expect(store.count == 1100)
        #expect((0..<100).allSatisfy { store[$0] == $0 })
        #expect(store[1099] == 7)
        store.truncate(to: 5)
        store.truncate(to: 50)
        store[4] = 9
        #expect(store.count == 5)
        #expect(store[4] == 9)
    }
}
