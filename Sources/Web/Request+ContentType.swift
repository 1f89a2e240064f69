public import HTTP1

extension Request {
    /// The media type of the content, lower-case, without parameters.
    /// - Throws: `FormError.unsupportedMediaType` without one, for text that is not UTF-8 and under a content coding.
    public func contentType() throws(FormError) -> String { try ContentTypeField(of: self).essence }
}
