import GRDB

/// What a list shows of an offer.
struct Offer: FetchableRecord {
    static let columns = """
        code, offer.title, employer, place, contract_label, hours, salary, experience, positions, published, deadline
        """

    let code: String
    let title: String
    let employer: String?
    let place: String
    let contract: String
    let hours: String?
    let salary: String?
    let experience: String?
    let positions: Int
    let published: String
    let deadline: String

    init(row: Row) {
        code = row["code"]
        title = row["title"]
        employer = row["employer"]
        place = row["place"]
        contract = row["contract_label"]
        hours = row["hours"]
        salary = row["salary"]
        experience = row["experience"]
        positions = row["positions"]
        published = row["published"]
        deadline = row["deadline"]
    }
}
