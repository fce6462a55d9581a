/// The small exchange that is built in, for a first try and for the test of a pipeline.
enum Sample {
    static let octets = Array(text.utf8)

    private static let text = #"""
        {}

        """#
}
