import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// What would be told of a step if it were saved now, as a fragment for the page it is written on. Nothing is kept.
    func checkPosting() throws -> Response {
        try site.guards.allowCheck(try account().id, at: now)
        let step = OfferForm.Step(field("etape")) ?? .all
        let posting = try PostingID(field("offre")).map { try ownPosting($0) }
        var form =
            try posting.map { posting throws(FormError) in try OfferForm(encoded: posting.fields) } ?? OfferForm()
        if let sent = self.form { form.take(step, from: sent) }
        let memberships = try memberships(for: posting)
        let reading = OfferFormReading(
            form,
            posting.map { context($0, memberships) } ?? context(memberships))
        let alike = step.fields.contains(.intitule) ? try alike(reading, except: posting?.offer) : []
        let check = WritingCheck(
            findings: findings(of: reading, step), subject: reading.subject,
            aid: step.fields.contains(.contrat) ? site.aid.result(for: reading.facts, on: today) : nil, alike: alike)
        return Response(
            status: .ok,
            fields: [
                .contentType: MediaType.html.fieldValue, .cacheControl: CacheControl.noStore.fieldValue,
                .xRobotsTag: "noindex",
            ], body: .bytes(Typography.apply(to: check.html.octets)))
    }
}
