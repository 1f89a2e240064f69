/// For each of many values (communes, occupations), the documents that have it: one array cut by `starts`.
struct DocumentLists: Sendable {
    private let starts: [Int32]
    private let documents: [UInt16]

    /// `values[document]` is the document's value; 0 means none.
    init(values: [UInt16], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 2)
        for value in values { starts[Int(value) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var documents = [UInt16](repeating: 0, count: values.count)
        for (document, value) in values.enumerated() {
            documents[Int(next[Int(value)])] = UInt16(document)
            next[Int(value)] += 1
        }
        self.starts = starts
        self.documents = documents
    }

    subscript(value: Int) -> ArraySlice<UInt16> {
        guard value >= 0, value + 1 < starts.count else { return [] }
        return documents[Int(starts[value])..<Int(starts[value + 1])]
    }
}
