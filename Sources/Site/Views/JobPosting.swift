import HTML
import Recruitment
import Web

/// An open offer as schema.org's JobPosting, by Google's rules for job search
/// (developers.google.com/search/docs/appearance/structured-data/job-posting). Only on the page of an open offer.
struct JobPosting {
    let posted: PostedOffer
    let baseURL: String
    let departementName: String

    private var offer: Offer { posted.offer }

    var html: HTML {
        "<script type=\"application/ld+json\">\(HTML(markup: json.bytes))</script>\n"
    }

    var json: JSONText {
        JSONText.object(capacity: 4_096) { posting in
            posting.member("@context", "https://schema.org/")
            posting.member("@type", "JobPosting")
            posting.member("title", OfferWording(offer: offer).title)
            posting.member("description", OfferProse.html(offer.description).description)
            posting.object("identifier") { identifier in
                identifier.member("@type", "PropertyValue")
                identifier.member("name", "Emploi Allier")
                identifier.member("value", posted.id.code)
            }
            posting.member("url", baseURL + Paths.offer.link(OfferCode(posted.id)))
            posting.member("datePosted", offer.publishedAt.description)
            posting.member(
                "validThrough", ParisTime.start(of: offer.deadline.adding(days: 1)).adding(seconds: -1).description)
            posting.member("employmentType", employmentTypes)
            posting.object("hiringOrganization") { organization in
                organization.member("@type", "Organization")
                organization.member("name", offer.employer ?? "confidential")
            }
            posting.object("jobLocation") { place in
                place.member("@type", "Place")
                place.object("address") { address in
                    address.member("@type", "PostalAddress")
                    if offer.workplace.precision == .commune {
                        address.member("addressLocality", offer.workplace.label)
                    }
                    if let postcode = offer.workplace.postcode { address.member("postalCode", postcode.description) }
                    if let region { address.member("addressRegion", region) }
                    address.member("addressCountry", "FR")
                }
            }
            if let salary = offer.salary {
                posting.object("baseSalary") { amount in
                    amount.member("@type", "MonetaryAmount")
                    amount.member("currency", "EUR")
                    amount.object("value") { value in
                        value.member("@type", "QuantitativeValue")
                        if let maximum = salary.maximum {
                            value.member("minValue", Double(salary.minimum) / 100)
                            value.member("maxValue", Double(maximum) / 100)
                        } else {
                            value.member("value", Double(salary.minimum) / 100)
                        }
                        value.member("unitText", unit(salary.period))
                    }
                }
            }
            if offer.positions > 1 { posting.member("totalJobOpenings", offer.positions) }
            if let hours = offer.weeklyHours { posting.member("workHours", "\(French.decimal(hours)) h par semaine") }
            if let occupation = offer.occupation { posting.member("occupationalCategory", occupation.description) }
            posting.member("directApply", false)
        }
    }

    private var region: String? {
        switch offer.workplace.precision {
        case .commune, .departement: offer.workplace.departement == "03" ? departementName : nil
        case .region: offer.workplace.label
        case .country: nil
        }
    }

    private var employmentTypes: [String] {
        var types: [String] = []
        switch offer.contract {
        case .fixedTerm, .temporary, .seasonal, .insertionFixedTerm, .insertionTemporary, .springboard:
            types.append("TEMPORARY")
        case .apprenticeship, .professionalisation: types.append("OTHER")
        case .liberal, .franchise, .commercial, .takeover: types.append("CONTRACTOR")
        case .permanent, .temporaryPermanent: break
        }
        switch offer.workingTime {
        case .fullTime: types.append("FULL_TIME")
        case .partTime: types.append("PART_TIME")
        case nil: if types.isEmpty { types.append("FULL_TIME") }
        }
        return types
    }

    private func unit(_ period: PayPeriod) -> String {
        switch period {
        case .hour: "HOUR"
        case .month: "MONTH"
        case .year: "YEAR"
        }
    }
}
