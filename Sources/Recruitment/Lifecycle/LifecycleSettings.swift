/// The board's deadlines, in days. The defaults are La bonne alternance's and Teaching Vacancies' (docs/decisions/0502).
public struct LifecycleSettings: Sendable, Hashable {
    /// The longest from publication, extension or relisting to the deadline.
    public var mostDaysOpen = 60
    /// The longest from handing in to the day of publication.
    public var mostDaysAhead = 60
    /// After so many days without a sign of the employer he is asked whether the offer still stands.
    public var daysToReconfirmation = 30
    /// So many days after that question an offer without answer is hidden.
    public var daysToAnswer = 7
    /// Days before the deadline on which the employer is reminded, longest first.
    public var reminders = [7, 1]
    /// Days after expiry at which the outcome is asked for.
    public var daysToOutcomeQuestion = 21
    /// The outcome is not asked for later than this: after a long stop of the board no flood of old questions.
    public var daysToForgetOutcome = 60

    public init() {}
}
