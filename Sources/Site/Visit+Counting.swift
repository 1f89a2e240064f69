import HTTP1
import HTTPTypes
import Recruitment
import Storage

extension Visit {
    /// Whether a person without an account asks: readings of robots, employers and agents are not counted.
    var isByReader: Bool {
        session == nil && !Robots.areNamed(in: request.fields[.userAgent])
    }

    /// Counts a use of offers by this request, and by those that the server answers with the same response.
    func note(_ use: OfferUse, of ids: [OfferID], in response: inout Response) {
        guard !ids.isEmpty else { return }
        let (tally, day) = (board.offerTally, today)
        count(in: &response) { tally.note(use, of: ids, on: day, times: $0) }
    }

    /// Lets `note` hear of this request, and of each that the server answers with the same response.
    func count(in response: inout Response, _ note: @escaping @Sendable (Int) -> Void) {
        if request.method == .get, isByReader { note(1) }
        let before = response.givenAgain
        response.givenAgain = { times in
            before?(times)
            note(times)
        }
    }
}
