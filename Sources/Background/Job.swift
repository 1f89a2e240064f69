public import Recruitment

/// Work that the board does by itself, in one process at a time.
///
/// A job looks for what is due, does it and returns. It may run late, twice, or be cut anywhere: what it does is either
/// one transaction, or something that may be done again.
public protocol Job: Sendable {
    /// For the log.
    var name: String { get }
    /// The least number of seconds from one run to the next; 0 for every turn.
    var secondsBetween: Int64 { get }

    /// Does what is due at `now`. Asks `mayGoOn` before each thing that reaches outside the database or takes long, and
    /// returns where that says no: the process is stopping, or another one leads.
    func run(at now: Instant, mayGoOn: () -> Bool) throws
}
