/// The exchange that 'init' writes: the least that a programme needs, with invented names.
enum Starter {
    static let text = #"""
        {}

        """#
}
