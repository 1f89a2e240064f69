import FoundationEssentials
public import Recruitment

/// Makes an offer of one record's bytes. Pure: no file, no clock; the same bytes always give the same offer.
public struct OfferParser: Sendable {
    struct Context: Sendable {
        let format: OfferFormat
        /// nil: each record's own `source` counts.
        let source: SourceName?
        let gazetteer: Gazetteer
        /// nil: each record's own `id` counts.
        var sourceID: String?
    }

    private let context: Context
    private let decoder = JSONDecoder()

    /// Offers become those of `source`; nil reads each line's `source` field, which only the interchange format has.
    public init(_ format: OfferFormat, source: SourceName?, gazetteer: Gazetteer) {
        context = Context(format: format, source: source, gazetteer: gazetteer)
    }

    /// Refuses what is no JSON object (RFC 8259; a comma before a closing brace is forgiven) and what breaks the format's
    /// rules. A rejection carries the record's identifier whenever that could be read.
    ///
    /// `sourceID` is the identifier where it is told apart from the record, which may then leave it out but not give another.
    public func offer(_ record: [UInt8], sourceID: String? = nil) throws(Rejection) -> Offer {
        var context = context
        context.sourceID = sourceID
        do {
            return try decoder.decode(Record.self, from: Data(record), configuration: context).offer
        } catch let rejection as Rejection {
            throw rejection
        } catch {
            throw Rejection(
                field: "", value: String(decoding: record.prefix(400), as: UTF8.self), reason: "JSON mal formé")
        }
    }

    private struct Record: DecodableWithConfiguration {
        let offer: Offer

        init(from decoder: any Decoder, configuration context: Context) throws {
            let fields = try Fields(decoder)
            do throws(Rejection) {
                offer =
                    switch context.format {
                    case .jsonLines: try InterchangeRecord.offer(fields, context)
                    case .franceTravail: try FranceTravailRecord.offer(fields, context)
                    }
            } catch {
                var rejection = error
                // The identifier may be what is wrong: then the rejection says so, and has none.
                rejection.sourceID = context.sourceID ?? (try? fields.string("id"))
                throw rejection
            }
        }
    }
}
