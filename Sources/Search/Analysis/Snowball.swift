import CStemmer

/// The Snowball stemmer for French, from libstemmer. Not for use by two threads at once.
@safe final class Snowball {
    private let stemmer: OpaquePointer

    /// nil where libstemmer was built without French or memory is exhausted.
    init?() {
        // libstemmer copies nothing of the names; it answers nil for an unknown language.
        guard let stemmer = unsafe sb_stemmer_new("french", "UTF_8") else { return nil }
        unsafe self.stemmer = stemmer
    }

    deinit {
        unsafe sb_stemmer_delete(stemmer)
    }

    /// The stem of a lower-case word; the word itself where libstemmer has no memory left.
    func stem(_ word: [UInt8]) -> [UInt8] {
        // The result belongs to the stemmer until its next call: it is copied at once.
        unsafe word.withUnsafeBufferPointer { buffer in
            guard let result = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, Int32(buffer.count)) else {
                return word
            }
            return unsafe Array(UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(stemmer))))
        }
    }
}
